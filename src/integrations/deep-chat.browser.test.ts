// deep-chat in the browser, with the real worker and the embedded model, against a server that answers with its request.
import { DeepChat } from "deep-chat";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { createCompressor } from "../compressor.ts";
import { failingCompressor, paragraph } from "./core-compressor.fixture.ts";
import { type RequestOptions, requestInterceptor } from "./deep-chat.ts";

const compressor = createCompressor({ assetsUrl: "/", device: "wasm" });
afterAll(() => compressor.dispose());
beforeEach(() => document.body.replaceChildren());

const history = [
	{ role: "user", text: paragraph("question") },
	{ role: "ai", text: paragraph("answer") },
];

/** An element on the page, and what the server got for each message. */
function chat(using: TextCompressor, options: RequestOptions<Record<string, unknown>> = {}) {
	const element = new DeepChat();
	const answers: string[] = [];
	element.connect = { url: "/echo/chat", additionalBodyProps: { tenant: "t" } };
	element.requestBodyLimits = { maxMessages: -1 };
	element.requestInterceptor = requestInterceptor(using, options);
	element.history = history;
	element.onMessage = ({ message, isHistory }) => {
		if (!isHistory && message.role === "ai") answers.push(message.text ?? "");
	};
	const rendered = new Promise<void>((resolve) => {
		element.onComponentRender = () => resolve();
	});
	document.body.append(element);
	return {
		element,
		async send(text: string): Promise<{ messages: { role: string; text: string }[] }> {
			await rendered;
			// The component may render twice, by a timer and for its properties; the second forgets what was said before.
			await vi.waitFor(() => expect(Reflect.get(element, "_waitingToRender_")).toBe(false));
			const before = answers.length;
			element.submitUserMessage({ text });
			await vi.waitFor(() => expect(answers.length).toBe(before + 1), { timeout: 60_000 });
			return JSON.parse(answers.at(-1) ?? "");
		},
	};
}

describe("requestInterceptor", () => {
	it("shortens what the server gets, not what the person sees", async () => {
		const onCompressed = vi.fn();
		const { element, send } = chat(compressor, { rate: 0.5, onCompressed });
		const body = await send("And now?");
		expect({ ...body, messages: [] }).toEqual({ tenant: "t", messages: [] });
		expect(body.messages.map(({ role }) => role)).toEqual(["user", "ai", "user"]);
		expect(body.messages[2]).toEqual({ role: "user", text: "And now?" });
		for (const at of [0, 1]) {
			expect(body.messages[at]?.text).toMatch(/NOT/);
			expect(body.messages[at]?.text.length).toBeLessThan(0.8 * paragraph("answer").length);
		}
		expect(element.getMessages().slice(0, 2)).toMatchObject(history);
		const [{ changed, sourceTokens, keptTokens }] = onCompressed.mock.calls[0] ?? [{}];
		expect(changed).toEqual([
			["messages", 0, "text"],
			["messages", 1, "text"],
		]);
		expect(keptTokens).toBeLessThan(0.7 * sourceTokens);
	});

	it("says the same of a message in later turns", async () => {
		const { send } = chat(compressor, { stable: true });
		const first = await send("One?");
		const second = await send("Two?");
		const third = await send("Three?");
		expect(second.messages.slice(0, first.messages.length)).toEqual(first.messages);
		expect(third.messages.slice(0, second.messages.length)).toEqual(second.messages);
		expect(third.messages[1]?.text.length).toBeLessThan(0.8 * paragraph("answer").length);
	});

	it("sends the original if the compressor fails", async () => {
		const onError = vi.fn();
		const body = await chat(failingCompressor(), { onError }).send("And now?");
		expect(body.messages).toEqual([...history, { role: "user", text: "And now?" }]);
		expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: "worker-crashed" }));
	});
});
