// The element on built pages in Chromium, with the real model, under a content security policy without
// `unsafe-inline` and with Trusted Types enforced.
import { rmSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { buildElementPages, serveElementPages } from "./element-app.ts";
import { holdBack } from "./hold-back.ts";
import type { StaticServer } from "./static-server.ts";

const prompt =
	"Good morning everyone, and thanks for joining on such short notice. As most of you have probably heard by now, " +
	"the payment service was down for about forty minutes last night, between 02:10 and 02:50 UTC.\n" +
	"Please do NOT restart the workers by hand before the fix in release 4.2.1 is deployed, because otherwise we " +
	"would lose the <b>messages</b> that are still waiting in the queue.";

let folder = "";
let server: StaticServer;

test.beforeAll(async () => {
	folder = await buildElementPages();
	server = await serveElementPages(folder);
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

/** What the policy refused, and what went to the console, must be nothing. */
let complaints: string[] = [];
let requests: string[] = [];
test.beforeEach(async ({ page }) => {
	complaints = [];
	requests = [];
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(error.message));
	page.context().on("request", (request) => requests.push(new URL(request.url()).pathname));
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function faults(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

async function open(page: Page, name: string): Promise<void> {
	await page.goto(`${server.origin}${name}`);
}

// How large the element's own modules are is measured on the package (.size-limit.js).
test("a page loads no model, worker or runtime before the first use", async ({ page }) => {
	await open(page, "form.html");
	await expect(page.getByLabel("Your prompt")).toBeVisible();
	await page.getByLabel("Your prompt").fill(prompt);
	expect(requests.filter((path) => path.endsWith(".js")).length).toBeGreaterThan(0);
	expect(requests.filter((path) => /models\/|\.wasm|\.mjs|worker/.test(path))).toEqual([]);
	await button(page, "Compress").click();
	await expect(button(page, "Apply")).toBeVisible();
	expect(requests.filter((path) => path.endsWith(".onnx"))).toHaveLength(1);
});

test("on a slow line nothing is seen before its styles are there", async ({ page }) => {
	const [sendStyles, sendModel] = [
		await holdBack(page, /\/later-[\w-]+\.js$/),
		await holdBack(page, /\.onnx$/),
	];
	await open(page, "form.html");
	await page.getByLabel("Your prompt").fill(prompt);
	await button(page, "Compress").click();
	const progress = page.locator("prompt-sieve").locator('[part="progress"]');
	await expect(progress).not.toHaveAttribute("hidden");
	await expect(progress).toBeHidden();
	await expect(page.locator("prompt-sieve").locator('[part="bar"]')).toBeVisible();

	sendStyles();
	await expect(progress).toBeVisible();
	await expect(progress).toHaveCSS("display", "flex");
	sendModel();
	await expect(button(page, "Apply")).toBeVisible();
});

test("in a form: see it, apply it, undo it, send it", async ({ page }) => {
	await open(page, "form.html");
	const field = page.getByLabel("Your prompt");
	await field.fill(prompt);
	await button(page, "Compress").click();
	await button(page, "Apply").click();
	const short = await field.inputValue();
	expect(short.length).toBeLessThan(prompt.length);
	expect(short).toContain("NOT restart");
	await button(page, "Send").click();
	await expect(page.locator("#sent")).toHaveText(JSON.stringify([["prompt", short]]));
	await button(page, "Undo").click();
	await expect(field).toHaveValue(prompt);
	await button(page, "Send").click();
	await expect(page.locator("#sent")).toHaveText(JSON.stringify([["prompt", prompt]]));
	await button(page, "Reset").click();
	await expect(field).toHaveValue("");
	await expect(page.getByRole("radio", { name: "Left out" })).toBeHidden();
});

test("by keyboard alone, the browser's undo and redo included", async ({ page }) => {
	await open(page, "form.html");
	const field = page.getByLabel("Your prompt");
	await page.keyboard.press("Tab");
	await expect(field).toBeFocused();
	await page.keyboard.insertText(prompt);
	await page.keyboard.press("Tab");
	await page.keyboard.press("ArrowLeft");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await expect(button(page, "Apply")).toBeFocused();
	await expect(page.locator("#prompt").getByRole("status")).toHaveText(
		/^Compressed: \d+ tokens become \d+\.$/,
	);
	await page.keyboard.press("Tab");
	await page.keyboard.press("ArrowRight");
	await expect(page.getByRole("region", { name: "Left out" })).toHaveText(prompt);
	await page.keyboard.press("Shift+Tab");
	await page.keyboard.press("Enter");
	const short = await field.inputValue();
	expect(short.length).toBeLessThan(prompt.length);
	await expect(button(page, "Undo")).toBeFocused();
	await field.focus();
	await page.keyboard.press("Control+z");
	await expect(field).toHaveValue(prompt);
	await page.keyboard.press("Control+Shift+z");
	await expect(field).toHaveValue(short);
	await button(page, "Undo").click();
	await expect(field).toHaveValue(prompt);
});

test("two elements share one worker and one model; a sent message leaves nothing behind", async ({
	page,
}) => {
	await open(page, "chat.html");
	const [first, second] = [page.locator("#first"), page.locator("#second")];
	await page.getByLabel("First message").fill(prompt);
	await first.getByRole("button", { name: "Compress" }).click();
	await page.getByLabel("Second message").fill(`${prompt} And thank you.`);
	await expect(first.getByRole("button", { name: "Apply" })).toBeVisible();
	await expect(second.getByText(/^40$/)).toBeVisible();
	expect(requests.filter((path) => path.endsWith(".onnx"))).toHaveLength(1);
	expect(requests.filter((path) => /\/main-[\w-]+\.js$/.test(path))).toHaveLength(1);
	await expect(page.getByLabel("Second message")).toHaveValue(`${prompt} And thank you.`);

	await first.getByRole("button", { name: "Apply" }).click();
	await button(page, "Send").click();
	await expect(first.getByRole("radio", { name: "Left out" })).toBeHidden();
	await expect(first.getByRole("button", { name: "Undo" })).toBeHidden();
	await expect(second.getByRole("radio", { name: "Left out" })).toBeVisible();
});

test("Back gives the page's textarea its short text, and the way to the original", async ({ page }) => {
	await open(page, "chat.html");
	const field = page.getByLabel("First message");
	const first = page.locator("#first");
	await field.fill(prompt);
	await first.getByRole("button", { name: "Compress" }).click();
	await first.getByRole("button", { name: "Apply" }).click();
	const short = await field.inputValue();
	expect(short.length).toBeLessThan(prompt.length);
	await open(page, "form.html");
	await page.goBack();
	await expect(field).toHaveValue(short);
	await first.getByRole("button", { name: "Undo" }).click();
	await expect(field).toHaveValue(prompt);
});

test("what is applied reaches a textarea that React controls", async ({ page }) => {
	await open(page, "react.html");
	const field = page.getByLabel("Message");
	await field.fill(prompt);
	await expect(page.locator("#state")).toHaveText(prompt);
	await button(page, "Compress").click();
	await expect(page.locator("#share")).toHaveText(/^\d+ of \d+$/);
	await button(page, "Apply").click();
	const short = await field.inputValue();
	expect(short.length).toBeLessThan(prompt.length);
	await expect(page.locator("#state")).toHaveText(short);
	await button(page, "Undo").click();
	await expect(page.locator("#state")).toHaveText(prompt);
	await expect(field).toHaveValue(prompt);
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`axe finds nothing, before, with a result and after it is applied, ${colorScheme}`, async ({
		browser,
	}) => {
		// axe writes styles into the page, which the strict policy would refuse.
		const context = await browser.newContext({ colorScheme, bypassCSP: true });
		const page = await context.newPage();
		await open(page, "chat.html");
		expect(await faults(page)).toEqual([]);
		const first = page.locator("#first");
		await page.getByLabel("First message").fill(prompt);
		await first.getByRole("button", { name: "Compress" }).click();
		await first.getByRole("radio", { name: "Left out" }).check();
		expect(await faults(page)).toEqual([]);
		await first.getByRole("button", { name: "Apply" }).click();
		expect(await faults(page)).toEqual([]);
		await open(page, "form.html");
		expect(await faults(page)).toEqual([]);
		await context.close();
	});
}

test("nothing is cut off or scrolls sideways, however wide the window, in either direction", async ({
	page,
}) => {
	await open(page, "chat.html");
	await page.getByLabel("First message").fill(prompt);
	const first = page.locator("#first");
	await first.getByRole("button", { name: "Compress" }).click();
	for (const direction of ["ltr", "rtl"]) {
		await page.locator("html").evaluate((root, dir) => root.setAttribute("dir", dir), direction);
		for (const width of [1440, 320, 280]) {
			const where = `${width} px, ${direction}`;
			await page.setViewportSize({ width, height: 900 });
			await expect(first.getByText(/less$/), where).toBeVisible();
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(wide, where).toBeLessThanOrEqual(0);
			const cut = await first.evaluate((element) =>
				[...(element.shadowRoot?.querySelectorAll("[part=bar] *, [part=views] *") ?? [])]
					.filter((part) => part.checkVisibility() && !part.matches("[part~=visually-hidden], [part=unit]"))
					.filter((part) => {
						const [inner, outer] = [part.getBoundingClientRect(), element.getBoundingClientRect()];
						return inner.left < outer.left - 0.5 || inner.right > outer.right + 0.5;
					})
					.map((part) => part.getAttribute("part")),
			);
			expect(cut, where).toEqual([]);
		}
	}
});
