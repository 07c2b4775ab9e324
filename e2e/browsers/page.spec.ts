// The built page in Firefox and WebKitGTK, as a person uses it: read, choose, copy, cancel. No fault on the way.
import { resolve } from "node:path";
import { expect } from "@playwright/test";
import { longText, meeting } from "../page-app.ts";
import type { Driver } from "./driver.ts";
import { browserNames, test } from "./fixtures.ts";
import { faultsInPage, serveWatched, type WatchedFolder } from "./watched-folder.ts";

let server: WatchedFolder;
test.beforeAll(async () => {
	server = await serveWatched(resolve("dist/page"));
});
test.afterAll(() => server.close());

for (const name of browserNames) {
	test(`${name}: the page loads, tells its device, compresses, follows the slider, copies and cancels`, async ({
		drive,
	}) => {
		const driver = await drive(name);
		await driver.resize(1280, 800);
		await driver.goto(server.origin);
		await expect.poll(() => textOf(driver, "#device-badge")).toMatch(/^(WASM|WebGPU)/);
		await driver.click("#device-badge");
		await expect.poll(() => isShown(driver, "#device-details")).toBe(true);
		expect(await textOf(driver, "#device-facts")).toMatch(/[\d.]+ MB/);
		await driver.press("Escape");
		await expect.poll(() => isShown(driver, "#device-details")).toBe(false);

		await enter(driver, meeting);
		await scored(driver);
		const source = await numberIn(driver, "#count-source");
		const half = await numberIn(driver, "#count-kept");
		expect(half).toBeGreaterThan(0);
		expect(half).toBeLessThanOrEqual(source / 2);
		expectInOrder(meeting, await textOf(driver, "#result"));

		await driver.evaluate(() => document.getElementById("slider")?.focus());
		await driver.press("Home");
		await expect.poll(() => numberIn(driver, "#count-kept")).toBeLessThan(half);
		const least = await numberIn(driver, "#count-kept");
		for (let i = 0; i < 20; i++) await driver.press("ArrowRight");
		await expect.poll(() => numberIn(driver, "#count-kept")).toBeGreaterThan(least);
		expect(await isShown(driver, "#progress")).toBe(false);

		await driver.click("[name=mode][value=budget]");
		await driver.evaluate(() => (document.getElementById("amount") as HTMLInputElement).select());
		await driver.type("60");
		// Between its two digits the budget is 6.
		await expect
			.poll(async () => {
				const kept = await numberIn(driver, "#count-kept");
				return kept > 36 && kept <= 60 ? "at most 60, and not much less" : kept;
			})
			.toBe("at most 60, and not much less");
		const result = await textOf(driver, "#result");
		expectInOrder(meeting, result);

		await driver.click("#copy");
		await expect.poll(() => textOf(driver, "#copy")).toBe("Copied");
		await openEditor(driver);
		await driver.press("Control", "a");
		await driver.press("Control", "v");
		await expect.poll(() => sourceText(driver)).toBe(result);

		await enter(driver, longText);
		// Many parts: the strip may still show, or hide, what it said of the text before.
		await expect.poll(() => textOf(driver, "#progress-text")).toMatch(/part \d+ of \d\d/);
		expect(await isShown(driver, "#cancel")).toBe(true);
		await driver.click("#cancel");
		await expect.poll(() => textOf(driver, "#failure")).toContain("Cancelled");
		expect(await sourceText(driver)).toBe(longText);
		await enter(driver, meeting);
		await scored(driver);
		expect(await isShown(driver, "#failure")).toBe(false);

		for (const width of [480, 768, 1440]) {
			await driver.resize(width, 780);
			const wide = await driver.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(wide, `${width} px`).toBeLessThanOrEqual(0);
		}
		expect(await driver.evaluate(faultsInPage)).toEqual([]);
	});
}

const textOf = (driver: Driver, selector: string): Promise<string> =>
	driver.evaluate((path) => document.querySelector(path)?.textContent ?? "", selector);

const isShown = (driver: Driver, selector: string): Promise<boolean> =>
	driver.evaluate((path) => document.querySelector(path)?.checkVisibility() ?? false, selector);

const sourceText = (driver: Driver): Promise<string> =>
	driver.evaluate(() => (document.getElementById("source-text") as HTMLTextAreaElement).value);

async function numberIn(driver: Driver, selector: string): Promise<number> {
	return Number((await textOf(driver, selector)).replaceAll(",", ""));
}

async function openEditor(driver: Driver): Promise<void> {
	await driver.click("#edit-tab");
	await driver.click("#source-text");
}

/** Over whatever is there, as a paste would: the browser sends its own events. */
async function enter(driver: Driver, text: string): Promise<void> {
	// When a result comes the page shows the text as words, in the middle of this perhaps: then it's done again.
	await expect
		.poll(async () => {
			await openEditor(driver);
			await driver.press("Control", "a");
			await driver.evaluate((value) => document.execCommand("insertText", false, value), text);
			return sourceText(driver);
		})
		.toBe(text);
}

/** Waits until the result belongs to the text as it is now. */
async function scored(driver: Driver): Promise<void> {
	await expect
		.poll(async () => [
			await isShown(driver, "#progress"),
			await isShown(driver, "#stale-note"),
			/\d/.test(await textOf(driver, "#count-kept")),
		])
		.toEqual([false, false, true]);
}

/** Every character of the result stands in the source, in the same order. */
function expectInOrder(source: string, compressed: string): void {
	expect(compressed.length).toBeGreaterThan(0);
	let at = 0;
	for (const character of compressed.replaceAll(/\s/g, "")) {
		const found = source.indexOf(character, at);
		expect(found, `"${character}" in order`).toBeGreaterThanOrEqual(at);
		at = found + 1;
	}
}
