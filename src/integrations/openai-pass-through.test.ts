// What the compressing fetch does not understand goes out exactly as it came, and what fails too.
import OpenAI from "openai";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CompressorError } from "../core/error.ts";
import { coreCompressor, failingCompressor, paragraph } from "./core-compressor.fixture.ts";
import { fakeProvider } from "./fake-provider.fixture.ts";
import { createCompressingFetch, type Fetch } from "./openai.ts";

const provider = await fakeProvider();
const compressor = coreCompressor();
afterAll(async () => {
	await Promise.all([provider.close(), compressor.dispose()]);
});
beforeEach(() => void provider.requests.splice(0));

const messages = [
	{ role: "user", content: paragraph("question") },
	{ role: "assistant", content: paragraph("answer") },
	{ role: "user", content: "And now?" },
];
const chat = "https://api.example/v1/chat/completions";
const body = JSON.stringify({ model: "m", messages });
const init = { method: "POST", body };

/** What `fetch` got for these arguments. */
async function sent(compressingFetch: Fetch, next: ReturnType<typeof sender>, ...args: Parameters<Fetch>) {
	await compressingFetch(...args);
	return next.mock.calls.at(-1);
}

/** As `fetch` takes it: it looks at no key of its own. */
class ClassInit {
	readonly #body = body;
	get method() {
		return "POST";
	}
	get body() {
		return this.#body;
	}
}

const sender = () => vi.fn<Fetch>(async () => new Response("{}"));

describe("passes through, the very same arguments", () => {
	const form = new FormData();
	form.set("messages", body);
	const cases: [string, ...Parameters<Fetch>][] = [
		["nothing but an address", chat],
		["GET", chat, { method: "GET" }],
		["PUT", chat, { ...init, method: "PUT" }],
		["another endpoint", "https://api.example/v1/embeddings", init],
		["messages of another API", "https://api.example/v1/messages", init],
		["a stored completion", `${chat}/chatcmpl-1`, init],
		[
			"the token count of a response",
			"https://api.example/v1/responses/input_tokens",
			{ method: "POST", body: JSON.stringify({ input: messages }) },
		],
		["a path in the query", "https://api.example/v1/x?next=/chat/completions", init],
		["a Request", new Request(chat, init)],
		["a form", chat, { method: "POST", body: form }],
		["bytes", chat, { method: "POST", body: new TextEncoder().encode(body) }],
		["a stream", chat, { method: "POST", body: new Blob([body]).stream() }],
		["no JSON", chat, { method: "POST", body: body.slice(0, -1) }],
		["a JSON array", chat, { method: "POST", body: JSON.stringify(messages) }],
		["null", chat, { method: "POST", body: "null" }],
		["input where messages belong", chat, { method: "POST", body: JSON.stringify({ input: messages }) }],
		["messages that are a text", chat, { method: "POST", body: JSON.stringify({ messages: body }) }],
		[
			"messages beside a text",
			chat,
			{ method: "POST", body: JSON.stringify({ messages: [...messages, "?"] }) },
		],
		["messages that are texts", chat, { method: "POST", body: JSON.stringify({ messages: [body] }) }],
		["messages of nobody", chat, { method: "POST", body: JSON.stringify({ messages: [{ content: body }] }) }],
		["JSON with white space", chat, { method: "POST", body: JSON.stringify({ messages }, null, 2) }],
		[
			"a number that JavaScript rounds",
			chat,
			{ method: "POST", body: `{"seed":12345678901234567890,${body.slice(1)}` },
		],
		["a method that is no text", chat, { ...init, method: { toString: () => "POST" } as unknown as string }],
		["an instance of a class", chat, new ClassInit()],
		["options that inherit", chat, Object.create(init)],
		["keys that come twice", chat, { method: "POST", body: `{"messages":[],${body.slice(1)}` }],
	];
	it.each(cases)("%s", async (_, ...args) => {
		const next = sender();
		const onError = vi.fn();
		const call = await sent(createCompressingFetch(compressor, { fetch: next, onError }), next, ...args);
		expect(call?.[0]).toBe(args[0]);
		expect(call?.[1]).toBe(args[1]);
		expect(onError).not.toHaveBeenCalled();
	});
});

it("changes nothing of what it was given", async () => {
	const next = sender();
	const headers = Object.freeze({ authorization: "k" });
	const given = Object.freeze({ ...init, headers });
	const call = await sent(createCompressingFetch(compressor, { fetch: next }), next, new URL(chat), given);
	expect(call?.[1]).toEqual({ ...given, body: expect.any(String) });
	expect(call?.[1]?.headers).toBe(headers);
	expect(String(call?.[1]?.body).length).toBeLessThan(body.length);
	expect(given.body).toBe(body);
});

it("keeps a key named __proto__ in a body", async () => {
	const next = sender();
	const odd = `{"__proto__":{"x":1},${body.slice(1)}`;
	const call = await sent(createCompressingFetch(compressor, { fetch: next }), next, chat, {
		...init,
		body: odd,
	});
	expect(String(call?.[1]?.body)).toMatch(/^\{"__proto__":\{"x":1\},"model":"m","messages":\[/);
	expect(String(call?.[1]?.body).length).toBeLessThan(odd.length);
});

describe("a compression that fails", () => {
	const error = new CompressorError("out-of-memory", "No memory.");

	it.each([
		[
			"throws",
			{
				compress: () => {
					throw error;
				},
			},
		],
		["rejects", failingCompressor(error)],
		[
			"rejects late",
			{ compress: () => new Promise<never>((_, reject) => setImmediate(() => reject(error))) },
		],
	])("sends the original: %s", async (_, failing) => {
		const onError = vi.fn();
		const openai = new OpenAI({
			apiKey: "k",
			baseURL: provider.baseURL,
			fetch: createCompressingFetch(failing, { onError }),
		});
		const request = { model: "m", messages: messages as OpenAI.ChatCompletionMessageParam[] };
		const answer = await openai.chat.completions.create(request);
		expect(answer.choices[0]?.message.content).toBe("Done.");
		expect(provider.requests.map(({ text }) => text)).toEqual([JSON.stringify(request)]);
		expect(onError.mock.calls).toEqual([[error]]);
	});

	it("sends the original of a compressor that is disposed of, before or meanwhile", async () => {
		const next = sender();
		const onError = vi.fn();
		const disposed = coreCompressor(async () => disposed.dispose());
		const compressingFetch = createCompressingFetch(disposed, { fetch: next, onError });
		for (const turn of [1, 2]) {
			expect((await sent(compressingFetch, next, chat, init))?.[1]).toBe(init);
			expect(onError).toHaveBeenCalledTimes(turn);
			expect(onError).toHaveBeenLastCalledWith(expect.objectContaining({ code: "disposed" }));
		}
	});

	it("warns where nobody listens", async () => {
		const next = sender();
		const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
		try {
			await createCompressingFetch(failingCompressor(error), { fetch: next })(chat, init);
			expect(warn.mock.calls).toEqual([[expect.stringMatching(/^promptsieve: /), error]]);
		} finally {
			warn.mockRestore();
		}
	});
});

describe("an abort", () => {
	it("ends the compression, rejects as fetch does, sends nothing, and is no failure", async () => {
		const next = sender();
		const onError = vi.fn();
		const controller = new AbortController();
		const reason = new Error("The person left.");
		const waiting = coreCompressor(async () => {
			controller.abort(reason);
			await new Promise(() => {});
		});
		const compressingFetch = createCompressingFetch(waiting, { fetch: next, onError });
		const call = compressingFetch(chat, { ...init, signal: controller.signal });
		await expect(call).rejects.toBe(reason);
		expect(next).not.toHaveBeenCalled();
		expect(onError).not.toHaveBeenCalled();
	});

	it("of one request does not touch another one", async () => {
		const controller = new AbortController();
		const openai = new OpenAI({
			apiKey: "k",
			baseURL: provider.baseURL,
			fetch: createCompressingFetch(compressor),
		});
		const ask = (name: string, signal?: AbortSignal) =>
			openai.chat.completions.create(
				{
					model: name,
					messages: [
						{ role: "assistant", content: paragraph(name) },
						{ role: "user", content: "?" },
					],
				},
				signal && { signal },
			);
		const calls = [ask("a"), ask("b", controller.signal), ask("c"), ask("d")];
		controller.abort();
		const settled = await Promise.allSettled(calls);
		expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
		expect(settled[1]).toMatchObject({ reason: expect.any(OpenAI.APIUserAbortError) });
		for (const { json } of provider.requests) {
			const [message] = json.messages as { content: string }[];
			const { text, ratio } = await compressor.compress(paragraph(String(json.model)));
			expect(message?.content).toBe(text);
			expect(ratio).toBeGreaterThan(1.5);
		}
		expect(provider.requests.map(({ json }) => json.model).sort()).toEqual(["a", "c", "d"]);
	});

	it("of the options ends all compression, not the requests", async () => {
		const next = sender();
		const onError = vi.fn();
		const signal = AbortSignal.abort();
		const compressingFetch = createCompressingFetch(compressor, { fetch: next, signal, onError });
		expect((await sent(compressingFetch, next, chat, init))?.[1]).toBe(init);
		expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: "aborted" }));
	});
});

it("compresses a body of a megabyte, each text by itself", async () => {
	const next = sender();
	const many = Array.from({ length: 1500 }, (_, at) => ({
		role: "assistant",
		content: paragraph(`item${at % 40}`),
	}));
	const huge = JSON.stringify({ messages: [...many, { role: "user", content: "?" }] });
	const call = await sent(createCompressingFetch(compressor, { fetch: next }), next, chat, {
		...init,
		body: huge,
	});
	expect(huge.length).toBeGreaterThan(800_000);
	expect(String(call?.[1]?.body).length).toBeLessThan(0.7 * huge.length);
	expect(JSON.parse(String(call?.[1]?.body)).messages).toHaveLength(1501);
});

it.each([
	[{ rate: 2 }, /rate .*2/],
	[{ tools: { rate: 2 } }, /tools.*rate .*2/],
	[{ onError: "log" }, /onError must be a function/],
	[{ fetch: 1 }, /fetch must be a function/],
	[{ apiKey: "sk" }, /apiKey/],
])("refuses %j at once", (options, message) => {
	expect(() => createCompressingFetch(compressor, options as object)).toThrow(message);
});
