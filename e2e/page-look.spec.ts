// How the page looks and what assistive technology finds: axe, light and dark, narrow and wide.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { meeting, newPage, openPage, paste, scored, setAmount } from "./page-app.ts";

test.describe.configure({ mode: "serial" });
let page: Page;

test.beforeAll(async ({ browser }) => {
	page = await newPage(browser);
	await openPage(page);
});
test.afterAll(() => page.context().close());

async function faults(): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** Red, green and blue of the page's ground, added up: 0–765. */
function groundLight(): Promise<number> {
	return page.evaluate(() =>
		(getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [])
			.slice(0, 3)
			.reduce((sum, part) => sum + Number(part), 0),
	);
}

for (const colorScheme of ["light", "dark"] as const) {
	test(`axe finds nothing in the empty page, ${colorScheme}`, async () => {
		await page.emulateMedia({ colorScheme });
		expect(await faults()).toEqual([]);
	});
}

test("in narrow and low windows the samples on offer stay within their pane", async () => {
	const before = page.viewportSize();
	for (const [width, height] of [
		[320, 640],
		[844, 390],
		[960, 544],
	] as const) {
		await page.setViewportSize({ width, height });
		const overflow = await page
			.locator("#empty-source")
			.evaluate((element) => element.scrollHeight - element.clientHeight);
		expect(overflow, `${width} × ${height}`).toBeLessThanOrEqual(0);
	}
	if (before !== null) await page.setViewportSize(before);
});

test("dark follows the system, and the toggle overrides it", async () => {
	await page.emulateMedia({ colorScheme: "dark" });
	expect(await groundLight()).toBeLessThan(150);
	await page.emulateMedia({ colorScheme: "light" });
	expect(await groundLight()).toBeGreaterThan(600);
	await page.getByRole("button", { name: /^Colours/ }).click();
	await page.getByRole("button", { name: /^Colours/ }).click();
	await expect(page.getByRole("button", { name: "Colours: dark" })).toBeVisible();
	expect(await groundLight()).toBeLessThan(150);
	await page.getByRole("button", { name: /^Colours/ }).click();
	expect(await groundLight()).toBeGreaterThan(600);
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`axe finds nothing with a result and open options, ${colorScheme}`, async () => {
		await page.emulateMedia({ colorScheme });
		if (colorScheme === "light") {
			await paste(page, meeting);
			await scored(page);
			await setAmount(page, 20);
			await page.getByRole("button", { name: "Options" }).click();
			await page.getByRole("application").press("Home");
		}
		expect(await faults()).toEqual([]);
		await page.getByRole("tab", { name: "Edit" }).click();
		expect(await faults()).toEqual([]);
		await page.getByRole("tab", { name: "Review" }).click();
	});
}

test("data is set in a monospaced face, prose is not", async () => {
	const faceOf = (id: string) => page.locator(id).evaluate((element) => getComputedStyle(element).fontFamily);
	expect(await faceOf("#result")).not.toContain("monospace");
	await paste(
		page,
		JSON.stringify({ status: "open", notes: ["called twice", "no answer"], meeting }, null, 2),
	);
	await scored(page);
	for (const id of ["#source-text", "#review", "#result"]) expect(await faceOf(id)).toContain("monospace");
	await paste(page, meeting);
	await scored(page);
	for (const id of ["#source-text", "#review", "#result"])
		expect(await faceOf(id)).not.toContain("monospace");
});

for (const width of [360, 768, 1440]) {
	test(`nothing scrolls sideways at ${width} px`, async () => {
		await page.setViewportSize({ width, height: 780 });
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(wide).toBeLessThanOrEqual(0);
		for (const id of ["#source-title", "#slider", "#copy", "#result"]) {
			await page.locator(id).scrollIntoViewIfNeeded();
			await expect(page.locator(id)).toBeInViewport();
		}
	});
}

test("the first script is at most 60 kB, gzipped", () => {
	const html = readFileSync("dist/page/index.html", "utf8");
	const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? "");
	expect(first.length).toBeGreaterThan(0);
	const bytes = first.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/page/${file}`)).length, 0);
	expect(bytes).toBeLessThanOrEqual(60_000);
});
