// The AI SDK: its own calls, through a provider of its own, to a local server.
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import {
	DefaultChatTransport,
	generateText,
	isStepCount,
	jsonSchema,
	type ModelMessage,
	streamText,
	tool,
	type UIMessage,
	wrapLanguageModel,
} from "ai";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { compressionMiddleware, prepareSendMessagesRequest, type RequestOptions } from "./ai-sdk.ts";
import { coreCompressor, failingCompressor, paragraph } from "./core-compressor.fixture.ts";
import { fakeProvider } from "./fake-provider.fixture.ts";

const provider = await fakeProvider();
const compressor = coreCompressor();
afterAll(async () => {
	await Promise.all([provider.close(), compressor.dispose()]);
});
beforeEach(() => void provider.requests.splice(0));

function modelOf(options: RequestOptions = {}, using: TextCompressor = compressor) {
	const { chatModel } = createOpenAICompatible({ name: "fake", baseURL: provider.baseURL, apiKey: "k" });
	return wrapLanguageModel({ model: chatModel("fake"), middleware: compressionMiddleware(using, options) });
}

const png =
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const history: ModelMessage[] = [
	{
		role: "user",
		content: [
			{ type: "text", text: paragraph("question") },
			{ type: "file", mediaType: "image/png", data: png },
		],
	},
	{
		role: "assistant",
		content: [
			{ type: "reasoning", text: paragraph("thought") },
			{ type: "text", text: paragraph("plan") },
			{ type: "tool-call", toolCallId: "1", toolName: "find", input: { query: "x" } },
		],
	},
	{
		role: "tool",
		content: [
			{
				type: "tool-result",
				toolCallId: "1",
				toolName: "find",
				output: { type: "json", value: { count: 3, report: paragraph("result") } },
			},
		],
	},
	{ role: "assistant", content: paragraph("answer") },
	{ role: "user", content: paragraph("now") },
];
const instructions = paragraph("system");
const find = tool({
	description: paragraph("tool"),
	inputSchema: jsonSchema<{ query: string }>({ type: "object", properties: { query: { type: "string" } } }),
	execute: async ({ query }) => `${query}: ${paragraph("found")}`,
});

describe("compressionMiddleware", () => {
	it("shortens the prompt of generateText and nothing else", async () => {
		const before = structuredClone(history);
		const onCompressed = vi.fn();
		await generateText({ model: modelOf(), instructions, messages: history, maxRetries: 0 });
		const [shorter] = provider.requests;
		const { chatModel } = createOpenAICompatible({ name: "fake", baseURL: provider.baseURL, apiKey: "k" });
		await generateText({ model: chatModel("fake"), instructions, messages: history });
		const [, whole] = provider.requests;
		expect(history).toEqual(before);
		expect(shorter?.headers.authorization).toBe("Bearer k");
		const [sent, original] = [shorter, whole].map((request) => request?.json.messages as typeof history);
		expect(sent?.map(({ role }) => role)).toEqual(original?.map(({ role }) => role));
		expect(sent?.[0]).toEqual({ role: "system", content: instructions });
		expect(sent?.at(-1)).toEqual(original?.at(-1));
		expect(JSON.stringify(sent)).toContain(png);
		expect(JSON.stringify(sent)).toContain(JSON.stringify(paragraph("thought")).slice(1, -1));
		const result = JSON.parse(String(sent?.[3]?.content));
		expect(result).toEqual({ count: 3, report: expect.any(String) });
		expect(result.report.length).toBeLessThan(0.8 * paragraph("result").length);
		expect(String(sent?.[4]?.content).length).toBeLessThan(0.7 * paragraph("answer").length);
		expect(onCompressed).not.toHaveBeenCalled();
	});

	it("streams, runs tools, and shortens their results in the next step", async () => {
		const onCompressed = vi.fn();
		const { textStream, steps } = streamText({
			model: modelOf({ onCompressed, tools: { rate: 0.4 } }),
			messages: [{ role: "user", content: "Find it." }],
			tools: { find },
			stopWhen: isStepCount(2),
		});
		let text = "";
		for await (const piece of textStream) text += piece;
		expect(text).toBe("Done.");
		const [first, second] = await steps;
		expect(first?.toolResults[0]?.output).toBe(`shelf: ${paragraph("found")}`);
		expect(second?.finishReason).toBe("stop");
		const result = provider.last().find(({ role }) => role === "tool");
		expect(String(result?.content).length).toBeLessThan(0.7 * paragraph("found").length);
		expect(onCompressed.mock.calls.map(([{ changed }]) => changed)).toEqual([
			[["tools", 0, "description"]],
			[
				["prompt", 2, "content", 0, "output", "value"],
				["tools", 0, "description"],
			],
		]);
		const [{ sourceTokens, keptTokens }] = onCompressed.mock.calls[1] ?? [{}];
		expect(keptTokens).toBeLessThan(0.6 * sourceTokens);
	});

	it("sends the original if the compressor fails", async () => {
		const onError = vi.fn();
		const error = new Error("broken");
		const model = modelOf({ onError }, failingCompressor(error));
		const { text } = await generateText({ model, messages: history });
		expect(text).toBe("Done.");
		expect(provider.last()[3]?.content).toBe(paragraph("answer"));
		expect(onError.mock.calls).toEqual([[error]]);
	});

	it("leaves an abort to its caller and sends nothing", async () => {
		const onError = vi.fn();
		const controller = new AbortController();
		const waiting = coreCompressor(async () => {
			controller.abort();
			await new Promise(() => {});
		});
		const { signal: abortSignal } = controller;
		const call = generateText({ model: modelOf({ onError }, waiting), messages: history, abortSignal });
		await expect(call).rejects.toMatchObject({ name: "AbortError" });
		expect(provider.requests).toEqual([]);
		expect(onError).not.toHaveBeenCalled();
	});
});

describe("prepareSendMessagesRequest", () => {
	const messages: UIMessage[] = [
		{
			id: "1",
			role: "user",
			parts: [
				{ type: "text", text: paragraph("question") },
				{ type: "file", mediaType: "image/png", url: `data:image/png;base64,${png}` },
			],
		},
		{
			id: "2",
			role: "assistant",
			metadata: { model: "m" },
			parts: [
				{ type: "step-start" },
				{ type: "reasoning", text: paragraph("thought") },
				{
					type: "tool-find",
					toolCallId: "1",
					state: "output-available",
					input: {},
					output: paragraph("result"),
				},
				{ type: "text", text: paragraph("answer") },
			],
		},
		{ id: "3", role: "user", parts: [{ type: "text", text: paragraph("now") }] },
	];

	async function send(using: TextCompressor, listeners = {}) {
		const fetch = vi.fn(
			async (..._: Parameters<typeof globalThis.fetch>) => new Response("data: [DONE]\n\n"),
		);
		const transport = new DefaultChatTransport<UIMessage>({
			fetch,
			headers: { authorization: "k" },
			body: { tenant: "t" },
			prepareSendMessagesRequest: prepareSendMessagesRequest(using, listeners),
		});
		await transport.sendMessages({
			chatId: "c",
			messages,
			trigger: "submit-message",
			messageId: undefined,
			abortSignal: undefined,
		});
		const init = fetch.mock.calls[0]?.[1];
		return { headers: new Headers(init?.headers), body: JSON.parse(String(init?.body)) };
	}

	it("shortens texts and results of tools in the transport's own body", async () => {
		const onCompressed = vi.fn();
		const before = structuredClone(messages);
		const { headers, body } = await send(compressor, { onCompressed });
		expect(messages).toEqual(before);
		expect(headers.get("authorization")).toBe("k");
		expect(Object.keys(body).sort()).toEqual(["id", "messages", "tenant", "trigger"]);
		expect(body).toMatchObject({ id: "c", tenant: "t", trigger: "submit-message" });
		const [first, second, last] = body.messages;
		expect(first).toEqual({
			...messages[0],
			parts: [{ type: "text", text: expect.any(String) }, messages[0]?.parts[1]],
		});
		expect(second.parts.slice(0, 2)).toEqual(messages[1]?.parts.slice(0, 2));
		expect(second.metadata).toEqual({ model: "m" });
		expect(last).toEqual(messages[2]);
		expect(onCompressed.mock.calls[0]?.[0].changed).toEqual([
			["messages", 0, "parts", 0, "text"],
			["messages", 1, "parts", 2, "output"],
			["messages", 1, "parts", 3, "text"],
		]);
		expect(second.parts[3].text.length).toBeLessThan(0.7 * paragraph("answer").length);
	});

	it("sends the original if the compressor fails", async () => {
		const onError = vi.fn();
		const { body } = await send(failingCompressor(), { onError });
		expect(body.messages).toEqual(messages);
		expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: "worker-crashed" }));
	});
});
