// The main way: paste, wait, choose how much, copy. One page is used throughout, as a person would.
import { expect, type Page, test } from "@playwright/test";
import { holdBack } from "./hold-back.ts";
import {
	keptTokens,
	meeting,
	newPage,
	openPage,
	openWithText,
	painted,
	paste,
	resultText,
	scored,
	setAmount,
	sourceTokens,
} from "./page-app.ts";

test("a first visit explains itself, loads the model with a bar, and names the device", async ({
	browser,
}) => {
	const page = await newPage(browser);
	const release = await holdBack(page, /\.onnx$/);
	await page.goto("/");
	await expect(page.getByText("keeps only the words an LLM needs")).toBeVisible();
	await expect(page.getByText("Your text never leaves this machine")).toBeVisible();
	await expect(page.getByRole("progressbar", { name: /model/i })).toBeVisible();
	await expect(page.locator("#progress-text")).toHaveText(/\d MB of [\d.]+ MB/);
	release();
	await expect(page.locator("#device-badge")).toHaveText(/WASM|WebGPU/);
	await page.locator("#device-badge").click();
	await expect(page.getByRole("dialog", { name: "Model and device" })).toBeVisible();
	await expect(page.locator("#device-facts")).toContainText("MB");
	await page.context().close();
});

test.describe("one text", () => {
	test.describe.configure({ mode: "serial" });
	let page: Page;

	test.beforeAll(async ({ browser }) => {
		page = await openWithText(browser);
	});
	test.afterAll(() => page.context().close());

	test("a pasted text is read and shown shaded, its result beside it", async () => {
		await expect(page.getByRole("tab", { name: "Review" })).toHaveAttribute("aria-selected", "true");
		const kept = await keptTokens(page);
		const source = await sourceTokens(page);
		expect(kept).toBeGreaterThan(0);
		expect(kept).toBeLessThanOrEqual(source / 2);
		await expect(page.locator("#count-ratio")).toHaveText(/^\d+\.\dx$/);
		expect((await painted(page, "dropped")).length).toBeGreaterThan(5);
		expect((await resultText(page)).length).toBeLessThan(meeting.length);
	});

	test("the slider moves the result at once, without reading the text again", async () => {
		const before = await keptTokens(page);
		const slider = page.getByRole("slider");
		await slider.focus();
		for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowLeft");
		await expect(page.locator("#amount")).toHaveValue("30");
		await expect.poll(() => keptTokens(page)).toBeLessThan(before);
		await expect(slider).toHaveAttribute("aria-valuetext", /30 percent: \d+ of \d+ tokens kept/);
		await expect(page.locator("#progress")).toBeHidden();
	});

	test("the numeric field moves the slider; what it cannot be is said and changes nothing", async () => {
		await setAmount(page, 100);
		await expect(page.getByRole("slider")).toHaveValue("100");
		await expect.poll(() => resultText(page)).toBe(meeting);
		await page.locator("#amount").blur();
		await setAmount(page, 250);
		await expect(page.locator("#amount-error")).toHaveText("Give a share from 1 to 100 percent.");
		await expect(page.getByRole("slider")).toHaveValue("100");
		await page.locator("#amount").blur();
		await expect(page.locator("#amount")).toHaveValue("100");
		// On the way to 250 the digits before were a share that could be used.
		await page.locator("#amount").focus();
		await page.keyboard.press("Control+A");
		await page.keyboard.type("25");
		await expect(page.getByRole("slider")).toHaveValue("25");
		await page.keyboard.type("0");
		await expect(page.locator("#amount-error")).not.toBeEmpty();
		await page.keyboard.press("Enter");
		await expect(page.locator("#amount")).toHaveValue("100");
		await expect(page.getByRole("slider")).toHaveValue("100");
		await setAmount(page, 50);
	});

	test("a token budget is met exactly", async () => {
		await page.getByRole("radio", { name: "Budget" }).check();
		for (const budget of [90, 61, 40]) {
			await setAmount(page, budget);
			await expect.poll(() => keptTokens(page)).toBeLessThanOrEqual(budget);
			expect(await keptTokens(page)).toBeGreaterThan(budget * 0.6);
		}
	});

	test("automatic follows a keep probability", async () => {
		await page.getByRole("radio", { name: "Automatic" }).check();
		await setAmount(page, 0.1);
		await expect(page.getByRole("slider")).toHaveValue("0.1");
		const many = await keptTokens(page);
		await setAmount(page, 0.9);
		await expect.poll(() => keptTokens(page)).toBeLessThan(many);
		await page.getByRole("radio", { name: "Share" }).check();
	});

	test("protected kinds and words always kept", async () => {
		await setAmount(page, 20);
		await page.getByRole("button", { name: "Options" }).click();
		expect(await resultText(page)).toContain("https://warehouse.example/api/v2/reserve");
		await page.getByLabel("links and paths").uncheck();
		await page.getByLabel("Words always kept").fill("Honestly reminder");
		await expect.poll(() => resultText(page)).toContain("Honestly");
		await expect.poll(() => resultText(page)).toContain("reminder");
		await page.getByLabel("Words always kept").fill("");
		await page.getByLabel("links and paths").check();
		await page.getByRole("button", { name: "Options" }).click();
		await setAmount(page, 50);
	});

	test("the price is the person's own", async () => {
		await page.getByLabel("Price in dollars per million tokens").fill("10");
		const saved = (await sourceTokens(page)) - (await keptTokens(page));
		await expect(page.locator("#count-money")).toHaveText(`$${((saved * 10 * 1000) / 1e6).toFixed(2)}`);
	});

	test("copy gives the result, byte for byte", async () => {
		await page.getByRole("button", { name: "Copy" }).click();
		await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await resultText(page));
	});

	test("an edit marks the result out of date until the new text is read", async () => {
		await page.getByRole("tab", { name: "Edit" }).click();
		await page.getByRole("textbox", { name: "Source text" }).press("Control+End");
		await page.keyboard.type(" The budget for this is 4,200 euros.");
		await expect(page.locator("#stale-note")).toBeVisible();
		await scored(page);
		await expect(page.getByRole("tab", { name: "Edit" })).toHaveAttribute("aria-selected", "true");
		await expect(page.getByRole("textbox", { name: "Source text" })).toBeFocused();
	});

	test("text, measure, amount and options survive a reload", async () => {
		await page.getByRole("radio", { name: "Budget" }).check();
		await setAmount(page, 77);
		const source = await page.getByRole("textbox", { name: "Source text" }).inputValue();
		await page.reload();
		await scored(page);
		await expect(page.locator("#source-text")).toHaveValue(source);
		await expect(page.locator("#amount")).toHaveValue("77");
		await expect(page.getByRole("radio", { name: "Budget" })).toBeChecked();
		await expect(page.getByLabel("Price in dollars per million tokens")).toHaveValue("10");
		expect(await keptTokens(page)).toBeLessThanOrEqual(77);
	});

	test("clear can be undone: nothing is lost", async () => {
		const source = await page.locator("#source-text").inputValue();
		await page.getByRole("button", { name: "Clear" }).click();
		await expect(page.locator("#source-text")).toHaveValue("");
		await expect(page.locator("#count-kept")).toHaveText("–");
		await page.getByRole("button", { name: "Undo" }).click();
		await expect(page.locator("#source-text")).toHaveValue(source);
		await scored(page);
	});
});

test("text that cannot get shorter comes back as it is, with a hint", async ({ browser }) => {
	const page = await newPage(browser);
	await openPage(page);
	for (const text of ["Ship", "   \n\n  "]) {
		await paste(page, text);
		await scored(page);
		await expect(page.locator("#warnings li")).not.toHaveCount(0);
		await expect(page.locator("#failure")).toBeHidden();
		expect(await resultText(page)).toBe(text);
	}
	await page.context().close();
});
