// The question about the text: read with it after a pause, cleared, kept, and what a model makes of it that reads none.
import { expect, type Page, test } from "@playwright/test";
import {
	keptTokens,
	longText,
	meeting,
	newPage,
	openPage,
	openWithText,
	paste,
	resultText,
	scored,
	setAmount,
	sourceTokens,
} from "./page-app.ts";

const question = "What is the new date of the checkout?";
const field = (page: Page) => page.getByRole("textbox", { name: "Question (optional)" });

test.describe("one text", () => {
	test.describe.configure({ mode: "serial" });
	let page: Page;
	let plain: string;

	test.beforeAll(async ({ browser }) => {
		page = await openWithText(browser);
		await setAmount(page, 20);
		await expect.poll(() => keptTokens(page)).toBeLessThan(50);
		plain = await resultText(page);
	});
	test.afterAll(() => page.context().close());

	test("a question marks the result out of date until the text is read with it; only the text is counted", async () => {
		const before = await sourceTokens(page);
		await field(page).fill(question);
		await expect(page.locator("#stale-note")).toBeVisible();
		await scored(page);
		expect(await sourceTokens(page)).toBe(before);
		await expect(field(page)).toBeFocused();
		await expect(page.getByRole("tab", { name: "Review" })).toHaveAttribute("aria-selected", "true");
	});

	test("escape and the button clear it, and the result is the one without", async () => {
		await field(page).press("Escape");
		await scored(page);
		await expect(field(page)).toHaveValue("");
		await expect.poll(() => resultText(page)).toBe(plain);
		await expect(page.getByRole("button", { name: "Clear the question" })).toBeHidden();
		await field(page).fill(question);
		await page.getByRole("button", { name: "Clear the question" }).click();
		await expect(field(page)).toBeFocused();
		await scored(page);
		expect(await resultText(page)).toBe(plain);
	});

	test("a long one is read in part, which a hint says", async () => {
		await field(page).fill(`${meeting} ${question}`);
		await field(page).press("Enter");
		await scored(page);
		await expect(page.locator("#warnings li").filter({ hasText: "Ask more briefly" })).toBeVisible();
	});

	test("it survives a reload", async () => {
		await field(page).fill(question);
		await field(page).press("Enter");
		await scored(page);
		const result = await resultText(page);
		await page.reload();
		await scored(page);
		await expect(field(page)).toHaveValue(question);
		await expect.poll(() => resultText(page)).toBe(result);
	});

	test("it decides what stays", async () => {
		const first = await resultText(page);
		expect(first).toContain("31 March");
		await field(page).fill("What is not finished?");
		await field(page).press("Enter");
		await scored(page);
		const other = await resultText(page);
		expect(other).toContain("stock reservation");
		expect(other).not.toBe(first);
	});
});

test("a question ends the scoring that runs and begins another", async ({ browser }) => {
	const page = await newPage(browser);
	await openPage(page);
	await paste(page, longText);
	await expect(page.locator("#progress-text")).toHaveText(/part \d+ of \d+/);
	await field(page).fill(question);
	await expect(page.locator("#progress-text")).toHaveText("Reading the text");
	await expect(page.locator("#progress-text")).toHaveText(/part \d+ of \d+/);
	await page.getByRole("button", { name: "Cancel" }).click();
	await expect(page.locator("#failure")).toContainText("Cancelled");
	await paste(page, meeting);
	await scored(page);
	await page.context().close();
});

test("a model that reads no questions says so at the field, and reads the text without", async ({
	browser,
}) => {
	const page = await newPage(browser);
	await page.route(/\/manifest\.json$/, async (route) => {
		const { question: _, ...manifest } = await (await route.fetch()).json();
		await route.fulfill({ json: manifest });
	});
	await page.addInitScript((asked) => {
		localStorage.setItem("promptsieve.settings", JSON.stringify({ question: asked }));
	}, question);
	await openPage(page);
	const disabled = page.getByRole("textbox", { name: "Question (this model reads none)" });
	await expect(disabled).toBeDisabled();
	await expect(disabled).toHaveValue(question);
	await expect(page.getByRole("button", { name: "Clear the question" })).toBeHidden();
	await paste(page, meeting);
	await scored(page);
	await expect(page.locator("#failure")).toBeHidden();
	await page.context().close();
});

test("in a low, narrow window the question scrolls out, but never while it is typed in", async ({
	browser,
}) => {
	const page = await newPage(browser, { viewport: { width: 360, height: 660 } });
	await openPage(page);
	await page.locator("#result").scrollIntoViewIfNeeded();
	await page.mouse.wheel(0, 2000);
	await expect(page.locator("#amount")).toBeInViewport({ ratio: 1 });
	await field(page).focus();
	await expect(field(page)).toBeInViewport({ ratio: 1 });
	await page.context().close();
});
