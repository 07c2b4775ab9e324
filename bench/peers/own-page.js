// promptsieve's built page, used as a person does: a paste, the slider, a word typed over.

/** @typedef {import("./page-functions.ts").Shown} Shown */

/**
 * @typedef {object} OwnPage
 * @property {(text: string) => Promise<Shown>} paste over whatever is there
 * @property {(position: number) => Promise<Shown>} move the slider, in percent
 * @property {() => Promise<Shown>} editMiddle types over a word in the middle
 */

/**
 * @param {import("playwright").Browser} browser
 * @param {string} origin of the server
 * @param {string} probe script of page/probe.ts
 * @returns {Promise<OwnPage>} once its model is loaded
 */
export async function openOwnPage(browser, origin, probe) {
	const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
	await context.addInitScript({ content: probe });
	const page = await context.newPage();
	await page.goto(`${origin}page/`);
	await page.locator('#device-badge[data-state="ready"]').waitFor();
	const field = page.locator("#source-text");

	/** @param {() => Promise<void>} change @returns {Promise<Shown>} */
	async function timed(change) {
		const shown = /** @type {Promise<Shown>} */ (page.evaluate("probe.nextChange()"));
		// A change that fails is the error to report.
		shown.catch(() => {});
		await change();
		return shown;
	}

	return {
		async paste(text) {
			// A long text is shown in the review, where nothing can be pasted.
			await page.locator("#edit-tab").click();
			await field.focus();
			await page.keyboard.press("ControlOrMeta+A");
			await page.evaluate((value) => Reflect.get(globalThis, "navigator").clipboard.writeText(value), text);
			return timed(() => page.keyboard.press("ControlOrMeta+V"));
		},
		move: (position) => /** @type {Promise<Shown>} */ (page.evaluate(`probe.move(${position})`)),
		async editMiddle() {
			await page.locator("#edit-tab").click();
			const value = await field.inputValue();
			const start = value.indexOf(" ", value.length / 2) + 1;
			const end = value.indexOf(" ", start);
			await field.evaluate(
				(element, range) => {
					Reflect.apply(Reflect.get(element, "setSelectionRange"), element, range);
				},
				[start, end],
			);
			await field.focus();
			return timed(() => page.keyboard.insertText("changed"));
		},
	};
}
