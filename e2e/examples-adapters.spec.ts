// The examples of the adapters, in Chromium with the real model: their provider gets what was said before in fewer
// words, and the current request as it is.
import { expect, type Page, type Request, test } from "@playwright/test";
import {
	endExamples,
	expectShorter,
	installExamples,
	runExample,
	startExample,
	text,
	watch,
} from "./examples-app.ts";

test.setTimeout(240_000);

test.beforeAll(installExamples);
test.afterEach(endExamples);

const question = "Which boxes must nobody reorder, and why?";

/** Types into the field by its label and sends. */
const sendByForm = async (page: Page, message: string) => {
	await page.getByLabel("Message").fill(message);
	await page.getByRole("button", { name: "Send" }).click();
};

/** deep-chat's field is no textarea. */
const sendByDeepChat = async (page: Page, message: string) => {
	await page.locator("deep-chat #text-input").fill(message);
	await page.keyboard.press("Enter");
};

interface Part {
	readonly text?: string;
}

/** A message of any of the providers. */
interface Sent {
	readonly role: string;
	readonly content?: string | readonly Part[];
	readonly parts?: readonly Part[];
	readonly text?: string;
}

/** The text of a message of whatever shape. */
function textOf({ content, parts, text }: Sent): string {
	const whole = content ?? parts ?? text ?? "";
	return typeof whole === "string" ? whole : whole.map((part) => part.text ?? "").join("");
}

/** What a person wrote, as a request has it. */
const sentByPerson = (request: Request) =>
	(request.postDataJSON() as { messages: readonly Sent[] }).messages
		.filter(({ role }) => role === "user")
		.map(textOf);

for (const [name, path, send] of [
	["ai-sdk", "api/chat", sendByForm],
	["openai", "v1/chat/completions", sendByForm],
	["deep-chat", "api/chat", sendByDeepChat],
	["assistant-ui", "api/chat", sendByForm],
] as const) {
	test(`${name}: the provider gets the older message shorter`, async ({ page }) => {
		runExample(name, "build");
		const server = await startExample(name, "preview");
		const faults = watch(page, server.origin);
		await page.goto(server.origin);
		const sendAndWait = async (message: string) => {
			const request = page.waitForRequest(server.origin + path);
			await send(page, message);
			return sentByPerson(await request);
		};
		expect(await sendAndWait(text)).toEqual([text]);
		await expect(page.getByText("I was sent:")).toHaveCount(1);
		const [older = "", current] = await sendAndWait(question);
		expect(current).toBe(question);
		await expect(page.getByText("I was sent:")).toHaveCount(2);
		// The provider's first answer is an older message too, so the page's counts are those of both.
		expectShorter(text, older);
		const [sourceTokens = 0, keptTokens = 0] = ((await page.locator("#counts").textContent()) ?? "")
			.split("→")
			.map((part) => Number.parseInt(part, 10));
		expect(keptTokens).toBeGreaterThan(0);
		expect(keptTokens).toBeLessThan(0.7 * sourceTokens);
		expect(faults).toEqual([]);
	});
}

test("langchain: the model reads what the tool found in fewer words", () => {
	const output = runExample("langchain", "dev");
	const counts = [...output.matchAll(/^(\d+) → (\d+) tokens$/gm)].map(([, ...pair]) => pair.map(Number));
	expect(counts.length).toBeGreaterThanOrEqual(2);
	for (const [sourceTokens = 0, keptTokens = 0] of counts.filter(([tokens]) => tokens !== 0)) {
		expect(keptTokens).toBeLessThan(0.7 * sourceTokens);
	}
	expect(output).toContain("I was sent:\nuser: What must nobody do before the fix is deployed?\n");
	const [found = ""] = /(?<=^tool: )[\s\S]*?(?=\n\d+ → )/m.exec(output) ?? [];
	expect(found).toMatch(/NOT restart/);
	expect(found).not.toMatch(/Good morning everyone, and thanks/);
	expect(output).toMatch(/^report\.txt: /m);
});
