// Room and reach: low windows, the ends of a long text, fingers, text that runs from right to left, and what is
// said and offered beside the text.
import { expect, type Page, test } from "@playwright/test";
import { clickWord, meeting, openWithText, painted, setAmount } from "./page-app.ts";

test.describe("with a result", () => {
	test.describe.configure({ mode: "serial" });
	let page: Page;

	test.beforeAll(async ({ browser }) => {
		page = await openWithText(browser);
		await setAmount(page, 30);
	});
	test.afterAll(() => page.context().close());

	test("in low windows the result keeps its room beside open options, and can be reached", async () => {
		await page.getByRole("button", { name: "Options" }).click();
		for (const [width, height] of [
			[1366, 657],
			[1280, 600],
			[1024, 560],
		] as const) {
			await page.setViewportSize({ width, height });
			const box = await page.locator("#result").boundingBox();
			expect(box?.height, `${width} × ${height}`).toBeGreaterThan(150);
			const pane = await page.locator(".pane.result").boundingBox();
			expect(pane?.height, `${width} × ${height}, all of it within its pane`).toBeGreaterThan(200);
			await page.getByRole("button", { name: "Copy" }).scrollIntoViewIfNeeded();
			await expect(page.getByRole("button", { name: "Copy" })).toBeInViewport({ ratio: 1 });
			await expect(page.locator("#source-title")).toBeInViewport({ ratio: 1 });
		}
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	test("a word to keep that the text lacks is named", async () => {
		await page.locator("#force").fill("Jonas nowhere");
		await expect(page.locator("#force-missing")).toHaveText("Not in the text: “nowhere”.");
		await page.locator("#force").fill("");
		await expect(page.locator("#force-missing")).toBeEmpty();
	});

	test("a price that cannot be used is explained", async () => {
		await page.locator("#price").fill("-1");
		await expect(page.locator("#price-error")).toHaveText("Give a price from 0 to 1,000,000 dollars.");
		await page.locator("#price").fill("3");
		await expect(page.locator("#price-error")).toBeEmpty();
	});

	test("“Copied” goes once the result is another one", async () => {
		await page.locator("#copy").click();
		await expect(page.locator("#copy")).toHaveText("Copied");
		// Sooner than it goes by itself.
		await setAmount(page, 40);
		await expect(page.locator("#copy")).toHaveText("Copy", { timeout: 1_000 });
	});

	test("the budget begins with what is kept", async () => {
		const kept = (await page.locator("#count-kept").textContent()) ?? "";
		await page.getByRole("radio", { name: "Budget" }).check();
		await expect(page.locator("#amount")).toHaveValue(kept);
		await page.getByRole("radio", { name: "Share" }).check();
	});

	test("choices that were reset come back", async () => {
		await clickWord(page, "everyone");
		await expect.poll(() => painted(page, "pinned")).toEqual(["everyone"]);
		await page.getByRole("button", { name: "Reset all" }).click();
		await expect.poll(() => painted(page, "pinned")).toEqual([]);
		await page.getByRole("button", { name: "Undo" }).click();
		await expect.poll(() => painted(page, "pinned")).toEqual(["everyone"]);
		await expect(page.locator("#undo-bar")).toBeHidden();
	});
});

test("End marks the last word of a long text, where it is", async ({ browser }) => {
	const page = await openWithText(browser, `${Array(30).fill(meeting).join("\n\n")} finally`);
	await page.getByRole("application").press("End");
	await expect(page.locator("#inspector-text")).toContainText("finally");
	const offBy = (): Promise<number> =>
		page.evaluate(() => {
			const text = [...document.querySelectorAll("#review .block")].at(-1)?.firstChild?.firstChild;
			const cursor = document.querySelector(".word-cursor")?.getBoundingClientRect();
			if (text === null || text === undefined || cursor === undefined) return Number.NaN;
			const range = document.createRange();
			range.selectNodeContents(text);
			range.setStart(text, (text.textContent ?? "").lastIndexOf("finally"));
			const word = range.getBoundingClientRect();
			return Math.abs(word.left - cursor.left) + Math.abs(word.top - cursor.top);
		});
	await expect.poll(offBy).toBeLessThan(3);
	await expect(page.locator(".word-cursor")).toBeInViewport({ ratio: 1 });
	await page.context().close();
});

test("the first tap of a finger shows a word, the second keeps it", async ({ browser }) => {
	const page = await openWithText(browser, meeting, { hasTouch: true });
	const tap = async (): Promise<void> => {
		const box = await page.locator("#review .block").first().boundingBox();
		await page.touchscreen.tap((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
	};
	await tap();
	await expect(page.locator("#inspector-text")).toContainText("Amara");
	await expect(page.locator("#inspector-text")).not.toContainText("by you");
	await tap();
	await expect(page.locator("#inspector-text")).toContainText("Kept by you");
	await page.context().close();
});

test("in right-to-left text the arrow to the left goes on", async ({ browser }) => {
	const page = await openWithText(browser, "يجب ألا ترسل الفاتورة قبل يوم الثلاثاء لأن السعر تغير.");
	await page.getByRole("application").press("Home");
	await expect(page.locator("#inspector-text bdi").first()).toHaveText("يجب");
	await page.keyboard.press("ArrowLeft");
	await expect(page.locator("#inspector-text bdi").first()).toHaveText("ألا");
	await page.keyboard.press("ArrowRight");
	await expect(page.locator("#inspector-text bdi").first()).toHaveText("يجب");
	await page.context().close();
});
