// What the page's tests share: opening the built page, bringing text in as a person does, reading what it shows.
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";

export const meeting = `Amara: Okay, good morning everyone, I think we can get started. So, just as a quick reminder of what we wanted to do today: we need to decide whether the new checkout goes out on the 24th as planned, or whether we move it to Tuesday.

Jonas: Honestly, the payment service itself is finished, it has been running on staging since Monday. The thing that is not finished is the stock reservation. Please do not ship the checkout before that is in, because two people can pay for the last item.

Amara: That is pretty clear, I think. Then the new date is Tuesday, 31 March, and Jonas writes to the warehouse team today, see https://warehouse.example/api/v2/reserve for the interface.`;

/** About 30,000 tokens: long enough to be cancelled on any machine. */
export const longText = Array.from({ length: 160 }, (_, i) => `Part ${i + 1}.\n${meeting}\n`).join("\n");

/** A page whose clipboard may be used, with nothing stored. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		permissions: ["clipboard-read", "clipboard-write"],
		...options,
	});
	return context.newPage();
}

export async function openPage(page: Page): Promise<void> {
	await page.goto("/");
	await expect(page.locator("#device-badge")).toHaveAttribute("data-state", "ready");
}

/** Pastes through the clipboard, over whatever is there. */
export async function paste(page: Page, text: string): Promise<void> {
	await page.evaluate((value) => navigator.clipboard.writeText(value), text);
	await page.getByRole("tab", { name: "Edit" }).click();
	await page.getByRole("textbox", { name: "Source text" }).focus();
	await page.keyboard.press("Control+A");
	await page.keyboard.press("Control+V");
	// The browser asks for the clipboard's content first.
	await expect(page.getByRole("textbox", { name: "Source text", includeHidden: true })).toHaveValue(text);
}

/** Waits until the result belongs to the text as it is now. */
export async function scored(page: Page): Promise<void> {
	await expect(page.locator("#progress")).toBeHidden();
	await expect(page.locator("#stale-note")).toBeHidden();
	await expect(page.locator("#count-kept")).toHaveText(/\d/);
}

/** A page with a text pasted and read: the meeting, unless told otherwise. `prepare` is given the page before it opens. */
export async function openWithText(
	browser: Browser,
	text = meeting,
	{ prepare, ...options }: BrowserContextOptions & { prepare?: (page: Page) => Promise<unknown> } = {},
): Promise<Page> {
	const page = await newPage(browser, options);
	await prepare?.(page);
	await openPage(page);
	await paste(page, text);
	await scored(page);
	return page;
}

export async function setAmount(page: Page, amount: number | string): Promise<void> {
	await page.locator("#amount").fill(String(amount));
}

async function numberIn(page: Page, id: string): Promise<number> {
	return Number(((await page.locator(id).textContent()) ?? "").replaceAll(",", ""));
}

export const keptTokens = (page: Page): Promise<number> => numberIn(page, "#count-kept");
export const sourceTokens = (page: Page): Promise<number> => numberIn(page, "#count-source");

/** The result as it is copied: its text nodes, not its layout. */
export async function resultText(page: Page): Promise<string> {
	return (await page.locator("#result").textContent()) ?? "";
}

/** What the review paints with one look, e.g. `"dropped"`: the words in view. */
export function painted(page: Page, look: string): Promise<string[]> {
	return page.evaluate(
		(name) =>
			[...(CSS.highlights.get(`sieve-${name}`) ?? [])].map(
				(range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset) ?? "",
			),
		look,
	);
}

/** Clicks the middle of the first place where the review says `word`; quickly, if more than once. */
export async function clickWord(page: Page, word: string, clickCount = 1): Promise<void> {
	const point = await page.evaluate((wanted) => {
		for (const block of document.querySelectorAll("#review .block")) {
			const node = block.firstChild?.firstChild ?? null;
			const at = node?.textContent?.indexOf(wanted) ?? -1;
			if (node === null || at === -1) continue;
			const range = document.createRange();
			range.setStart(node, at);
			range.setEnd(node, at + wanted.length);
			const rect = range.getBoundingClientRect();
			return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
		}
		return null;
	}, word);
	if (point === null) throw new Error(`The review does not show "${word}"`);
	await page.mouse.click(point.x, point.y, { clickCount });
}
