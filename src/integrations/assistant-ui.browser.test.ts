// assistant-ui's own runtime in React, whose chat model asks a server that answers with its request.
import {
	AssistantRuntimeProvider,
	type ChatModelAdapter,
	type ThreadMessage,
	type ThreadMessageLike,
	type ThreadRuntime,
	useLocalRuntime,
} from "@assistant-ui/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { type AdapterOptions, compressingChatModel } from "./assistant-ui.ts";
import { coreCompressor, failingCompressor, paragraph } from "./core-compressor.fixture.ts";

const compressor = coreCompressor();
afterAll(() => compressor.dispose());
const roots: ReturnType<typeof createRoot>[] = [];
afterEach(() => {
	for (const root of roots.splice(0)) root.unmount();
});

const history: ThreadMessageLike[] = [
	{
		role: "user",
		content: [
			{ type: "text", text: paragraph("question") },
			{ type: "image", image: "data:image/png;base64,AAAA" },
		],
	},
	{
		role: "assistant",
		content: [
			{ type: "reasoning", text: paragraph("thought") },
			{
				type: "tool-call",
				toolCallId: "1",
				toolName: "find",
				args: { q: "x" },
				result: { report: paragraph("result") },
			},
			{
				type: "tool-call",
				toolCallId: "2",
				toolName: "find",
				args: {},
				result: paragraph("error"),
				isError: true,
			},
			{ type: "text", text: paragraph("answer") },
		],
	},
];

async function ask(messages: readonly ThreadMessage[], abortSignal: AbortSignal): Promise<string> {
	const body = JSON.stringify(messages);
	const response = await fetch("/echo/chat", { method: "POST", body, signal: abortSignal });
	const { text }: { text: string } = await response.json();
	return text;
}

const atOnce: ChatModelAdapter = {
	run: async ({ messages, abortSignal }) => ({
		content: [{ type: "text", text: await ask(messages, abortSignal) }],
	}),
};

/** Its answer comes in two pieces, the first of which it shows alone. */
const streaming: ChatModelAdapter = {
	async *run({ messages, abortSignal }) {
		const text = await ask(messages, abortSignal);
		yield { content: [{ type: "text", text: text.slice(0, 10) }] };
		yield { content: [{ type: "text", text }] };
	},
};

interface AppProps {
	readonly model: ChatModelAdapter;
	readonly initialMessages: ThreadMessageLike[];
	readonly onThread: (thread: ThreadRuntime) => void;
}

function App({ model, initialMessages, onThread }: AppProps) {
	const runtime = useLocalRuntime(model, { initialMessages });
	onThread(runtime.thread);
	return createElement(AssistantRuntimeProvider, { runtime });
}

/** A chat on the page. `send` gives the messages that the server got. */
async function chat(model: ChatModelAdapter, initialMessages = history) {
	const root = createRoot(document.body.appendChild(document.createElement("div")));
	roots.push(root);
	const thread = await new Promise<ThreadRuntime>((onThread) => {
		root.render(createElement(App, { model, initialMessages, onThread }));
	});
	const settled = (length: number) => {
		const { messages } = thread.getState();
		expect(messages).toHaveLength(length);
		const last = messages.at(-1);
		expect(last?.role).toBe("assistant");
		expect(last?.status?.type).toMatch(/^(complete|incomplete)$/);
	};
	return {
		thread,
		async send(text: string): Promise<ThreadMessage[]> {
			const before = thread.getState().messages.length;
			thread.append({ role: "user", content: [{ type: "text", text }] });
			await vi.waitFor(() => settled(before + 2), { timeout: 60_000 });
			const [part] = thread.getState().messages.at(-1)?.content ?? [];
			return part?.type === "text" ? JSON.parse(part.text) : [];
		},
	};
}

const wrapped = (
	model: ChatModelAdapter,
	options: AdapterOptions<ThreadMessage> = {},
	using: TextCompressor = compressor,
) => compressingChatModel(using, model, options);

describe("compressingChatModel", () => {
	it.each([
		["at once", atOnce],
		["as a stream", streaming],
	])("shortens what the model reads, not what the person sees; answers %s pass through", async (_, model) => {
		const onCompressed = vi.fn();
		const { thread, send } = await chat(wrapped(model, { onCompressed }));
		const shown = structuredClone(thread.getState().messages.map(({ content }) => content));
		const sent = await send(paragraph("now"));
		expect(sent.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
		const { text: question } = await compressor.compress(paragraph("question"));
		const { text: answer } = await compressor.compress(paragraph("answer"));
		expect(sent[0]?.content).toEqual([{ type: "text", text: question }, shown[0]?.[1]]);
		const [thought, result, error, text] = sent[1]?.content ?? [];
		expect([thought, error]).toEqual([shown[1]?.[0], shown[1]?.[2]]);
		expect(text).toEqual({ ...shown[1]?.[3], text: answer });
		expect(result).toEqual({ ...shown[1]?.[1], result: { report: expect.any(String) } });
		expect(JSON.stringify(result).length).toBeLessThan(0.8 * JSON.stringify(shown[1]?.[1]).length);
		expect(sent[2]?.content).toEqual([{ type: "text", text: paragraph("now") }]);
		expect(
			thread
				.getState()
				.messages.slice(0, 2)
				.map(({ content }) => content),
		).toEqual(shown);
		const [{ changed, sourceTokens, keptTokens }] = onCompressed.mock.calls[0] ?? [{}];
		expect(changed).toEqual([
			["messages", 0, "content", 0, "text"],
			["messages", 1, "content", 1, "result"],
			["messages", 1, "content", 3, "text"],
		]);
		expect(keptTokens).toBeLessThan(0.7 * sourceTokens);
	});

	it("shortens the texts of attachments before the current request", async () => {
		const text = paragraph("file");
		const attachments = [
			{
				id: "a",
				type: "document" as const,
				name: "f.md",
				status: { type: "complete" as const },
				content: [{ type: "text" as const, text }],
			},
		];
		const first: ThreadMessageLike = { role: "user", content: "See the file.", attachments };
		const { send } = await chat(wrapped(atOnce), [first, { role: "assistant", content: "Seen." }]);
		const [sent] = await send("And now?");
		const { text: short } = await compressor.compress(text);
		expect(sent?.attachments).toMatchObject([
			{ id: "a", name: "f.md", content: [{ type: "text", text: short }] },
		]);
		expect(sent?.content).toEqual([{ type: "text", text: "See the file." }]);
	});

	it("shortens of a tool's result what the model reads, where that differs from what the person sees", async () => {
		const text = paragraph("result");
		const call = {
			type: "tool-call" as const,
			toolCallId: "1",
			toolName: "find",
			args: {},
			result: { table: text },
			modelContent: [{ type: "text" as const, text }],
		};
		const { send } = await chat(wrapped(atOnce), [{ role: "assistant", content: [call] }]);
		const [sent] = await send("And now?");
		const { text: short } = await compressor.compress(text);
		expect(sent?.content).toMatchObject([
			{ result: { table: text }, modelContent: [{ type: "text", text: short }] },
		]);
	});

	it("sends the original if the compressor fails", async () => {
		const onError = vi.fn();
		const { thread, send } = await chat(wrapped(streaming, { onError }, failingCompressor()));
		const shown = structuredClone(thread.getState().messages.map(({ content }) => content));
		const sent = await send("And now?");
		expect(sent.slice(0, 2).map(({ content }) => content)).toEqual(shown);
		expect(onError.mock.calls).toEqual([[expect.objectContaining({ code: "worker-crashed" })]]);
	});

	it("asks nothing once the person has stopped it", async () => {
		const onError = vi.fn();
		const run = vi.fn(streaming.run);
		let begun = () => {};
		const scoring = new Promise<void>((resolve) => {
			begun = resolve;
		});
		const waiting = coreCompressor(async () => {
			begun();
			await new Promise(() => {});
		});
		const { thread, send } = await chat(wrapped({ run }, { onError }, waiting));
		const sent = send("And now?");
		await scoring;
		thread.cancelRun();
		expect(await sent).toEqual([]);
		expect(thread.getState().messages.at(-1)?.status).toMatchObject({
			type: "incomplete",
			reason: "cancelled",
		});
		expect(run).not.toHaveBeenCalled();
		expect(onError).not.toHaveBeenCalled();
	});
});
