// LangChain.js: an agent with a tool against a local server.
import {
	AIMessage,
	AIMessageChunk,
	BaseMessage,
	HumanMessage,
	SystemMessage,
	ToolMessage,
} from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { createAgent, tool } from "langchain";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { coreCompressor, failingCompressor, paragraph } from "./core-compressor.fixture.ts";
import { fakeProvider } from "./fake-provider.fixture.ts";
import { type AdapterOptions, compressionMiddleware } from "./langchain.ts";
import { langchainShape } from "./langchain-messages.ts";

const provider = await fakeProvider();
const compressor = coreCompressor();
afterAll(async () => {
	await Promise.all([provider.close(), compressor.dispose()]);
});
beforeEach(() => void provider.requests.splice(0));

const find = tool(async ({ query }) => `${query}: ${paragraph("found")}`, {
	name: "find",
	description: paragraph("tool"),
	schema: z.object({ query: z.string() }),
});

function agentOf(options: AdapterOptions<BaseMessage> = {}, using: TextCompressor = compressor) {
	const model = new ChatOpenAI({
		model: "fake",
		apiKey: "k",
		maxRetries: 0,
		configuration: { baseURL: provider.baseURL },
	});
	const middleware = [compressionMiddleware(using, options)];
	return createAgent({ model, tools: [find], systemPrompt: paragraph("system"), middleware });
}

const question = { role: "user", content: paragraph("question") };

describe("compressionMiddleware", () => {
	it("shortens what the model reads and leaves the state as it is", async () => {
		const onCompressed = vi.fn();
		const { messages } = await agentOf({ onCompressed }).invoke({ messages: [question] });
		expect(messages.map((message) => message.getType())).toEqual(["human", "ai", "tool", "ai"]);
		expect(messages[2]?.content).toBe(`shelf: ${paragraph("found")}`);
		expect(messages.at(-1)?.content).toBe("Done.");
		expect(provider.requests).toHaveLength(2);
		const sent = provider.last();
		expect(sent.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool"]);
		expect(JSON.stringify(sent[0]?.content)).toContain(paragraph("system"));
		expect(sent[1]).toEqual(question);
		expect(sent[2]).toMatchObject({
			tool_calls: [{ id: "call_1", function: { arguments: '{"query":"shelf"}' } }],
		});
		expect(sent[3]).toMatchObject({ tool_call_id: "call_1" });
		expect(String(sent[3]?.content).length).toBeLessThan(0.7 * paragraph("found").length);
		expect(onCompressed.mock.calls.map(([{ changed }]) => changed)).toEqual([
			[],
			[["messages", 2, "content"]],
		]);
		const [{ sourceTokens, keptTokens }] = onCompressed.mock.calls[1] ?? [{}];
		expect(keptTokens).toBeLessThan(0.6 * sourceTokens);
		const tools = provider.requests[0]?.json.tools;
		expect(JSON.stringify(tools)).toContain(paragraph("tool"));
	});

	it("is the same in each of three turns", async () => {
		const agent = agentOf({ stable: true });
		let messages: BaseMessage[] = [new HumanMessage(paragraph("question"))];
		const prefixes: string[] = [];
		for (const turn of [1, 2, 3]) {
			const state = await agent.invoke({ messages });
			prefixes.push(JSON.stringify(provider.last()).slice(0, -1));
			messages = [...state.messages, new HumanMessage(`${turn}?`)];
		}
		expect(prefixes[1]?.startsWith(prefixes[0] ?? "-")).toBe(true);
		expect(prefixes[2]?.startsWith(prefixes[1] ?? "-")).toBe(true);
		expect(prefixes[0]).not.toContain(paragraph("found"));
	});

	it("shows the options' function the agent's own messages", async () => {
		const seen: string[] = [];
		const keep: AdapterOptions<BaseMessage>["keep"] = (message) => {
			seen.push(message.getType());
			return message instanceof ToolMessage;
		};
		await agentOf({ keep }).invoke({ messages: [question] });
		expect(seen).toEqual(["human", "human", "ai", "tool"]);
		expect(provider.last()[3]?.content).toBe(`shelf: ${paragraph("found")}`);
	});

	it("sends the originals if the compressor fails", async () => {
		const onError = vi.fn();
		const { messages } = await agentOf({ onError }, failingCompressor()).invoke({ messages: [question] });
		expect(messages.at(-1)?.content).toBe("Done.");
		expect(provider.last()[3]?.content).toBe(`shelf: ${paragraph("found")}`);
		expect(onError.mock.calls).toEqual([[expect.objectContaining({ code: "worker-crashed" })]]);
	});

	it("leaves an abort to its caller", async () => {
		const onError = vi.fn();
		const controller = new AbortController();
		const seen: (AbortSignal | undefined)[] = [];
		const waiting: TextCompressor = {
			compress: (_, options) => {
				seen.push(options?.signal);
				controller.abort();
				return new Promise(() => {});
			},
		};
		const call = agentOf({ onError }, waiting).invoke(
			{ messages: [question] },
			{ signal: controller.signal },
		);
		await expect(call).rejects.toThrow(/abort/i);
		expect(provider.requests).toHaveLength(1);
		expect(seen.map((signal) => signal?.aborted)).toEqual([true]);
		expect(onError).not.toHaveBeenCalled();
	});
});

describe("messages", () => {
	const shorter = [{ type: "text", text: "Short." }];
	it.each([
		new HumanMessage({ content: "Long.", id: "1", name: "Ada" }),
		new AIMessage({
			content: "Long.",
			tool_calls: [{ id: "c", name: "find", args: { query: "x" }, type: "tool_call" }],
			additional_kwargs: { own: 1 },
			response_metadata: { model_name: "m" },
		}),
		new AIMessageChunk({
			content: "Long.",
			tool_call_chunks: [{ id: "c", name: "find", args: '{"q":1}', index: 0 }],
		}),
		new ToolMessage({ content: "Long.", tool_call_id: "c", artifact: { rows: [1] } }),
	])("keep their class and fields: $type", (message) => {
		const before = JSON.stringify(message);
		const copy = langchainShape.shorter(message, { role: "user", content: shorter });
		expect(copy).toBeInstanceOf(message.constructor);
		expect(copy.lc_kwargs).not.toBe(message.lc_kwargs);
		expect(JSON.stringify(copy)).toBe(before.replaceAll('"Long."', JSON.stringify(shorter)));
		expect({ ...copy, content: "Long.", lc_kwargs: null }).toEqual({ ...message, lc_kwargs: null });
		expect(Reflect.get(copy, "tool_calls")).toEqual(Reflect.get(message, "tool_calls"));
		expect(JSON.stringify(message)).toBe(before);
		expect(copy.text).toBe("Short.");
	});

	it("of the Responses API do not carry the long text a second time", () => {
		const output = [{ type: "message", content: [{ type: "output_text", text: "long" }] }];
		const message = new AIMessage({ content: "long", response_metadata: { id: "r1", output } });
		const copy = langchainShape.shorter(message, { role: "assistant", content: "short" });
		expect(copy.response_metadata).toEqual({ id: "r1" });
		expect(JSON.stringify(copy)).not.toContain("long");
		expect(message.response_metadata.output).toBe(output);
	});

	it("may be frozen", () => {
		const first = Object.freeze(new HumanMessage(question.content));
		const copy = langchainShape.shorter(first, { role: "user", content: "Short." });
		expect(copy).toBeInstanceOf(HumanMessage);
		expect(JSON.stringify(copy)).toBe(
			JSON.stringify(first).replaceAll(JSON.stringify(question.content), '"Short."'),
		);
		expect(first.content).toBe(question.content);
	});

	it("of classes of one's own become the library's, which knows nothing of private fields", () => {
		class Sealed extends HumanMessage {
			readonly #secret = 1;
			override get text() {
				return `${this.#secret}`;
			}
		}
		const copy = langchainShape.shorter(new Sealed({ content: "Long.", id: "1" }), {
			role: "user",
			content: "Short.",
		});
		expect(Object.getPrototypeOf(copy)).toBe(HumanMessage.prototype);
		expect([copy.text, copy.id, copy.getType()]).toEqual(["Short.", "1", "human"]);
		class Foreign extends BaseMessage {
			readonly type = "human";
		}
		expect(langchainShape.plain(new Foreign("Long."))).toEqual({ role: "user" });
	});

	it("of the system, and errors of tools, have no text to shorten", () => {
		expect(langchainShape.plain(new SystemMessage("s"))).toEqual({ role: "system", content: "s" });
		const failed = new ToolMessage({ content: "No such file.", tool_call_id: "c", status: "error" });
		expect(langchainShape.plain(failed)).toEqual({ role: "tool" });
	});
});
