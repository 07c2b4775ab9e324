// The review: pinning and dropping words with the mouse and with the keyboard alone.
import { expect, type Page, test } from "@playwright/test";
import {
	clickWord,
	meeting,
	newPage,
	openPage,
	openWithText,
	painted,
	resultText,
	scored,
	setAmount,
} from "./page-app.ts";

test.describe("words", () => {
	test.describe.configure({ mode: "serial" });
	let page: Page;

	test.beforeAll(async ({ browser }) => {
		page = await openWithText(browser);
		await setAmount(page, 30);
	});
	test.afterAll(() => page.context().close());

	test("a click keeps a word, a second drops it, a third leaves it to the model", async () => {
		const before = await resultText(page);
		await clickWord(page, "everyone");
		await expect(page.locator("#inspector-text")).toContainText("Kept by you");
		await expect.poll(() => resultText(page)).toContain("everyone");
		expect(await painted(page, "pinned")).toEqual(["everyone"]);
		await clickWord(page, "everyone");
		await expect(page.locator("#inspector-text")).toContainText("Dropped by you");
		await expect.poll(() => resultText(page)).not.toContain("everyone");
		expect(await painted(page, "struck")).toEqual(["everyone"]);
		await clickWord(page, "everyone");
		await expect.poll(() => resultText(page)).toBe(before);
	});

	test("a quick second click drops it too, and selects nothing", async () => {
		await clickWord(page, "everyone", 2);
		await expect(page.locator("#inspector-text")).toContainText("Dropped by you");
		expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("");
		await clickWord(page, "everyone");
		await expect.poll(() => painted(page, "struck")).toEqual([]);
	});

	test("the buttons under the review say and set the choice", async () => {
		await clickWord(page, "quick");
		await page.getByRole("button", { name: "Drop", exact: true }).click();
		await expect(page.getByRole("button", { name: "Drop", exact: true })).toHaveAttribute(
			"aria-pressed",
			"true",
		);
		await page.getByRole("button", { name: "Reset all" }).click();
		await expect.poll(() => painted(page, "struck")).toEqual([]);
	});

	test("pins survive a reload and move with an edit before them", async () => {
		await clickWord(page, "interface");
		await expect.poll(() => resultText(page)).toContain("interface");
		await page.reload();
		await scored(page);
		await page.getByRole("tab", { name: "Edit" }).click();
		await page.getByRole("textbox", { name: "Source text" }).press("Control+Home");
		await page.keyboard.type("Notes. ");
		await scored(page);
		expect(await resultText(page)).toContain("interface");
		await page.getByRole("tab", { name: "Review" }).click();
		await page.keyboard.press("End");
		await page.keyboard.press("ArrowLeft");
		await expect(page.locator("#inspector-text")).toContainText("“interface”");
		await expect(page.locator("#inspector-text")).toContainText("Kept by you");
	});

	test("E goes to the text field, the caret before the word", async () => {
		await page.keyboard.press("e");
		const field = page.getByRole("textbox", { name: "Source text" });
		await expect(field).toBeFocused();
		const rest = await field.evaluate((element: HTMLTextAreaElement) =>
			element.value.slice(element.selectionStart),
		);
		expect(rest).toBe("interface.");
	});
});

test("keyboard alone: from an empty page to a copied result", async ({ browser }) => {
	const page = await newPage(browser);
	await openPage(page);
	await page.evaluate((text) => navigator.clipboard.writeText(text), meeting);
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
	await page.keyboard.press("Enter");
	await page.keyboard.press("Control+V");
	await scored(page);

	// The paste ends in the review, where the focus follows.
	await expect(page.getByRole("application")).toBeFocused();
	// From then on the way in leads there too.
	await page.getByRole("link", { name: "Skip to the text" }).press("Enter");
	await expect(page.getByRole("application")).toBeFocused();
	const announced = page.locator("#announcer");
	await page.keyboard.press("Home");
	await expect(announced).toContainText("Amara, ");
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	await expect(announced).toContainText("Okay, ");
	await page.keyboard.press("k");
	await expect(announced).toContainText("Okay, kept by you");
	await page.keyboard.press("d");
	await expect(announced).toContainText("Okay, dropped by you");
	await page.keyboard.press("a");
	await expect(announced).not.toContainText("by you");
	await page.keyboard.press("ArrowDown");
	await expect(page.locator(".word-cursor")).toBeVisible();
	await page.keyboard.press("Enter");
	await expect(announced).toContainText("kept by you");

	async function tabTo(name: string): Promise<void> {
		for (let i = 0; i < 25; i++) {
			await page.keyboard.press("Tab");
			const label = await page.evaluate(() => {
				const element = document.activeElement;
				return element?.getAttribute("aria-label") ?? element?.id ?? "";
			});
			if (label === name) return;
		}
		throw new Error(`No way to "${name}" by Tab`);
	}
	await tabTo("amount");
	await page.keyboard.type("25");
	await tabTo("Share to keep, in percent");
	await page.keyboard.press("ArrowRight");
	await expect(page.locator("#amount")).toHaveValue("26");
	await tabTo("copy");
	await page.keyboard.press("Enter");
	await expect(announced).toContainText("Copied");
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await resultText(page));
	await page.context().close();
});

test("without the highlight API the words are shaded as elements and can be chosen alike", async ({
	browser,
}) => {
	const page = await openWithText(browser, meeting, {
		prepare: (opened) => opened.addInitScript(() => Reflect.deleteProperty(window, "Highlight")),
	});
	await setAmount(page, 30);
	await expect(page.locator("#review .sieve-dropped").first()).toBeVisible();
	// Not the middle of its box: a run may go over two lines.
	const run = page.locator("#review .sieve-dropped", { hasText: /^\w{4}/ }).first();
	// The text may move while the page settles: a click beside it changes nothing and is made again.
	await expect(async () => {
		const [x, y] = await run.evaluate((element) => {
			const line = element.getClientRects()[0];
			return [line?.x ?? 0, line?.y ?? 0] as const;
		});
		await page.mouse.click(x + 8, y + 8);
		await expect(page.locator("#inspector-text")).toContainText("Kept by you", { timeout: 5_000 });
	}).toPass();
	await expect(page.locator("#review .sieve-pinned")).toHaveCount(1);
	expect(await page.locator("#review").textContent()).toBe(meeting);
	await page.context().close();
});

test("markup in a text is text", async ({ browser }) => {
	const text = `<script>document.title = "broken";</script> <img src=x onerror="document.title='broken'"> & <b>bold</b>`;
	const page = await openWithText(browser, text);
	await setAmount(page, 100);
	await expect.poll(() => resultText(page)).toBe(text);
	expect(await page.locator("#review").textContent()).toBe(text);
	expect(await page.locator("#review :is(script, img, b), #result :is(script, img, b)").count()).toBe(0);
	await expect(page).toHaveTitle(/^promptsieve/);
	await page.context().close();
});
