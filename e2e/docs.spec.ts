// The documentation beside the page: reached from it, searched without a network, asking nobody else, all of its
// links leading somewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { newPage } from "./page-app.ts";

const folder = fileURLToPath(new URL("../dist/page/docs", import.meta.url));
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
	path.endsWith(".html"),
);
const guides = pages.filter((path) => path.startsWith("guides"));

/** What a page asks for and complains of, from now on. */
function watch(page: Page): { requests: string[]; complaints: string[] } {
	const seen = { requests: [] as string[], complaints: [] as string[] };
	page.on("request", (request) => seen.requests.push(request.url()));
	page.on("pageerror", (error) => seen.complaints.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") seen.complaints.push(message.text());
	});
	return seen;
}

test("it opens from the page, and leads back", async ({ browser }) => {
	const page = await newPage(browser);
	await page.goto("/");
	await page.getByRole("link", { name: "Docs" }).click();
	await expect(page).toHaveURL(/\/docs\/index\.html$/);
	await expect(page.getByRole("link", { name: "Choosing a rate" }).first()).toBeVisible();
	await page.getByRole("link", { name: "Open promptsieve" }).first().click();
	await expect(page.getByRole("textbox", { name: "Source text" })).toBeVisible();
	await page.context().close();
});

test("guides and names are found without a network", async ({ page }) => {
	await page.goto("/docs/index.html");
	await expect(page.getByRole("button", { name: "Search" })).toBeVisible();
	await page.waitForFunction(() => "searchData" in window);
	await page.context().setOffline(true);
	const search = page.getByRole("combobox");
	for (const [word, found] of [
		["negation", "Questions and answers"],
		["isolation", "Devices"],
		["targetTokens", "targetTokens"],
	] as const) {
		await page.keyboard.press("/");
		await search.fill(word);
		await expect(page.getByRole("option").filter({ hasText: found }).first()).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(search).toBeHidden();
	}
	await page.context().setOffline(false);
	await page.keyboard.press("/");
	await search.fill("negation");
	await page.getByRole("option").filter({ hasText: "Questions and answers" }).first().click();
	await expect(page.getByRole("heading", { name: "Does it lose negations?" })).toBeVisible();
});

test("no page asks another origin or breaks its policy", async ({ page, baseURL }) => {
	const seen = watch(page);
	for (const path of [...guides, "index.html", "modules/promptsieve.html"]) {
		await page.goto(`/docs/${path}`, { waitUntil: "load" });
	}
	expect(seen.requests.length).toBeGreaterThan(guides.length);
	expect(seen.requests.filter((url) => !url.startsWith(baseURL ?? "none"))).toEqual([]);
	expect(seen.complaints).toEqual([]);
});

/** The values of an attribute in a page, as written. */
function values(html: string, pattern: RegExp): string[] {
	return [...html.matchAll(pattern)].map(([, value]) => (value ?? "").replaceAll("&amp;", "&"));
}

test("every link leads to a file that is there, and to a place in it", () => {
	const texts = new Map(pages.map((path) => [join(folder, path), readFileSync(join(folder, path), "utf8")]));
	const ids = new Map([...texts].map(([path, html]) => [path, new Set(values(html, /\sid="([^"]+)"/g))]));
	const broken: string[] = [];
	let links = 0;
	for (const [path, html] of texts) {
		for (const link of values(html, /\s(?:href|src)="([^"]*)"/g)) {
			if (/^(?:https?|mailto):/.test(link)) continue;
			links++;
			const [file = "", place] = link.split("#");
			const target = file === "" ? path : join(dirname(path), decodeURIComponent(file));
			const placeIsThere =
				!place || !target.endsWith(".html") || (ids.get(target)?.has(decodeURIComponent(place)) ?? true);
			if (!existsSync(target) || !placeIsThere) broken.push(`${relative(folder, path)}: ${link}`);
		}
	}
	expect(links).toBeGreaterThan(1000);
	expect(broken).toEqual([]);
});

test("every guide fits a narrow window", async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const wide: string[] = [];
	for (const path of [...guides, "index.html"]) {
		await page.goto(`/docs/${path}`, { waitUntil: "load" });
		await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
		if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) wide.push(path);
	}
	expect(wide).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`axe finds nothing in text, tables and code, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		const faults: string[] = [];
		for (const path of ["index.html", "guides/chats.html", "functions/promptsieve.createCompressor.html"]) {
			await page.goto(`/docs/${path}`, { waitUntil: "load" });
			await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
			const { violations } = await new AxeBuilder({ page })
				.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
				// TypeDoc's tree has links inside of what opens its branches.
				.exclude("#tsd-nav-container")
				.analyze();
			for (const { id, nodes } of violations) {
				faults.push(...nodes.map((node) => `${path}: ${id}: ${node.html}`));
			}
		}
		expect(faults).toEqual([]);
	});
}
