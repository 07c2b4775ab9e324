// Texts from elsewhere: a file opened or dropped, the samples; what is no text is refused.
import { expect, type Page, test } from "@playwright/test";
import { meeting, newPage, openPage, paste, resultText, scored } from "./page-app.ts";

test.describe.configure({ mode: "serial" });
let page: Page;

test.beforeAll(async ({ browser }) => {
	page = await newPage(browser);
	await openPage(page);
});
test.afterAll(() => page.context().close());

/** Drags a file over the page and, with `"drop"`, lets it go. */
async function drag(name: string, content: string, events: string[]): Promise<void> {
	const dataTransfer = await page.evaluateHandle(
		([fileName, text]) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([text ?? ""], fileName ?? ""));
			return transfer;
		},
		[name, content],
	);
	for (const event of events) await page.dispatchEvent("body", event, { dataTransfer });
}

test("each sample loads, gets shorter and stays whole at 100 percent", async () => {
	for (const sample of ["Meeting", "README", "日本語"]) {
		const card = page.locator(".sample-cards").getByRole("button", { name: sample });
		await card.click();
		await scored(page);
		const source = await page.locator("#source-text").inputValue();
		expect(source.length).toBeGreaterThan(1000);
		expect((await resultText(page)).length).toBeLessThan(source.length * 0.7);
		await page.getByRole("button", { name: "Clear" }).click();
	}
	await page.getByRole("button", { name: "Samples" }).click();
	await page.getByRole("button", { name: "Japanese prose", exact: true }).click();
	await expect(page.locator("#source-text")).toHaveValue(/図書室/);
	await scored(page);
});

/** How far the review and the result are scrolled. */
function scrolled(): Promise<number[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll("#review, #result")].map((element) => element.scrollTop),
	);
}

test("another text is shown from its beginning, loaded or pasted over the one before", async () => {
	await page.getByRole("button", { name: "Samples" }).click();
	await page.getByRole("button", { name: "Meeting transcript", exact: true }).click();
	await expect(page.locator("#review .block").first()).toContainText("Harbour Market");
	await scored(page);
	for (const id of ["#review", "#result"]) await page.locator(id).evaluate((it) => it.scrollBy(0, 200));
	expect(await scrolled()).toEqual([200, 200]);
	await page.getByRole("button", { name: "Undo" }).click();
	await scored(page);
	await expect.poll(scrolled).toEqual([0, 0]);

	await paste(page, `${meeting}\n`.repeat(4));
	await expect(page.getByRole("tab", { name: "Review" })).toHaveAttribute("aria-selected", "true");
	await scored(page);
	expect(await page.locator("#review").evaluate((it) => it.scrollHeight - it.clientHeight)).toBeGreaterThan(
		100,
	);
	expect(await scrolled()).toEqual([0, 0]);
	await page.getByRole("button", { name: "Clear" }).click();
	await page.getByRole("button", { name: "Samples" }).click();
	await page.getByRole("button", { name: "Japanese prose", exact: true }).click();
});

test("a file is opened; the text before it can be had back", async () => {
	await page.locator("#file-input").setInputFiles({
		name: "notes.txt",
		mimeType: "text/plain",
		buffer: Buffer.from(`\ufeff${meeting.replaceAll("\n", "\r\n")}`),
	});
	await expect(page.locator("#source-text")).toHaveValue(meeting);
	await expect(page.locator("#undo-text")).toHaveText("Replaced by “notes.txt”.");
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.locator("#source-text")).toHaveValue(/図書室/);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.locator("#source-text")).toHaveValue(meeting);
});

test("a file dropped anywhere is opened; the zone shows while it hovers", async () => {
	await drag("drop.md", "# Title\n\nPlease never delete the backup.", ["dragenter", "dragover"]);
	await expect(page.getByText("Drop the text file to load it")).toBeVisible();
	await drag("drop.md", "# Title\n\nPlease never delete the backup.", ["drop"]);
	await expect(page.getByText("Drop the text file to load it")).toBeHidden();
	await expect(page.locator("#source-text")).toHaveValue("# Title\n\nPlease never delete the backup.");
	await scored(page);
});

test("what is no text is refused by name, and the text stays", async () => {
	const before = await page.locator("#source-text").inputValue();
	await page.locator("#file-input").setInputFiles({
		name: "picture.png",
		mimeType: "image/png",
		buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
	});
	await expect(page.getByRole("alert").filter({ hasText: "picture.png" })).toContainText("not a text file");
	await expect(page.locator("#source-text")).toHaveValue(before);
});
