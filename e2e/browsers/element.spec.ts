// `<prompt-sieve>` in Firefox and WebKitGTK: in a form, by keyboard alone, under a strict policy.
import { rmSync } from "node:fs";
import { expect } from "@playwright/test";
import { buildElementPages, strictHeaders } from "../element-app.ts";
import { meeting } from "../page-app.ts";
import type { Driver } from "./driver.ts";
import { browserNames, test } from "./fixtures.ts";
import { faultsInPage, serveWatched, type WatchedFolder } from "./watched-folder.ts";

let folder = "";
let server: WatchedFolder;
test.beforeAll(async () => {
	folder = await buildElementPages();
	server = await serveWatched(folder, { headers: strictHeaders });
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

for (const name of browserNames) {
	test(`${name}: the element is a field of its form, and all of it is reached by keyboard`, async ({
		drive,
	}) => {
		const driver = await drive(name);
		await driver.resize(1280, 800);
		await driver.goto(`${server.origin}form.html`);
		await expect.poll(() => driver.evaluate(validityInPage)).toEqual([false, true]);

		await driver.press("Tab");
		expect(await stateOf(driver)).toMatchObject({ focused: "Your prompt", documentHasFocus: true });
		await driver.evaluate((value) => document.execCommand("insertText", false, value), meeting);
		expect(await driver.evaluate(validityInPage)).toEqual([true, false]);
		await driver.press("Tab");
		await driver.press("ArrowLeft");
		await driver.press("Tab");
		await driver.press("Enter");
		// All of it, so that a failure tells what the element was doing, or what it complained of.
		await expect
			.poll(() => stateOf(driver))
			.toEqual({ focused: "Apply", documentHasFocus: true, works: "", error: "", errors: [], faults: [] });
		await driver.press("Enter");
		await expect.poll(async () => (await shown(driver)).length).toBeLessThan(meeting.length);
		const short = await shown(driver);
		expect(short.length).toBeGreaterThan(0);

		await driver.click("button[type=submit]");
		await expect.poll(() => sent(driver)).toBe(JSON.stringify([["prompt", short]]));
		await driver.click("button[type=reset]");
		expect(await shown(driver)).toBe("");
		await driver.evaluate(() => document.getElementById("set")?.setAttribute("disabled", ""));
		await driver.click("button[type=submit]");
		await expect.poll(() => sent(driver)).toBe("[]");
		expect(await driver.evaluate(faultsInPage)).toEqual([]);
	});
}

/** Whether the form may be sent, and whether the element lacks a value. */
function validityInPage(): boolean[] {
	const element = document.querySelector("prompt-sieve");
	return [document.querySelector("form")?.checkValidity() ?? false, element?.matches(":invalid") ?? false];
}

/** What its own field shows: `value` stays the person's text. */
const shown = (driver: Driver): Promise<string> =>
	driver.evaluate(
		() => document.querySelector("prompt-sieve")?.shadowRoot?.querySelector("textarea")?.value ?? "",
	);

const sent = (driver: Driver): Promise<string> =>
	driver.evaluate(() => document.getElementById("sent")?.textContent ?? "");

/** What a person sees of the element beside its text, and what went wrong. */
async function stateOf(driver: Driver) {
	const state = await driver.evaluate(() => {
		const root = document.querySelector("prompt-sieve")?.shadowRoot;
		const shown = (part: string) =>
			[...(root?.querySelectorAll(`[part~=${part}]`) ?? [])]
				.filter((each) => each.checkVisibility())
				.map((each) => each.textContent?.trim())
				.join(" ");
		const focused = root?.activeElement;
		const events: { type: string; detail: unknown }[] = Reflect.get(globalThis, "events");
		return {
			/** What the part that has the focus is called. */
			focused: focused?.getAttribute("aria-label") ?? focused?.textContent?.trim() ?? "",
			/** Buttons of a document without it are not pressed by keys. */
			documentHasFocus: document.hasFocus(),
			works: shown("progress-text"),
			error: shown("error"),
			errors: events.filter(({ type }) => type === "sieve-error").map(({ detail }) => JSON.stringify(detail)),
		};
	});
	return { ...state, faults: await driver.evaluate(faultsInPage) };
}
