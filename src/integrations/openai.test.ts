// OpenAI's own client against a local server: what goes over the wire, and what comes back.
import OpenAI, { AzureOpenAI } from "openai";
import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TextsSummary } from "../chat/shrink-places.ts";
import { coreCompressor, paragraph } from "./core-compressor.fixture.ts";
import { fakeProvider } from "./fake-provider.fixture.ts";
import { type CompressingFetchOptions, createCompressingFetch } from "./openai.ts";

const provider = await fakeProvider();
const compressor = coreCompressor();
afterAll(async () => {
	await Promise.all([provider.close(), compressor.dispose()]);
});
beforeEach(() => void provider.requests.splice(0));

function client(options: CompressingFetchOptions = {}) {
	const fetch = createCompressingFetch(compressor, options);
	return new OpenAI({ apiKey: "sk-secret", baseURL: provider.baseURL, maxRetries: 0, fetch });
}

const image = { type: "image_url" as const, image_url: { url: "data:image/png;base64,AAAA" } };
const history: ChatCompletionMessageParam[] = [
	{ role: "system", content: paragraph("system") },
	{ role: "user", content: [{ type: "text", text: paragraph("question") }, image] },
	{
		role: "assistant",
		content: null,
		tool_calls: [{ id: "1", type: "function", function: { name: "find", arguments: '{"query":"x"}' } }],
	},
	{ role: "tool", tool_call_id: "1", content: paragraph("result") },
	{ role: "assistant", content: paragraph("answer") },
	{ role: "user", content: paragraph("now") },
];
const tools = [
	{
		type: "function" as const,
		function: {
			name: "find",
			description: paragraph("tool"),
			parameters: { type: "object", properties: {} },
		},
	},
];

describe("chat completions", () => {
	it("go out with shorter texts and nothing else changed, and say so", async () => {
		const heard: TextsSummary[] = [];
		const answer = await client({ onCompressed: (summary) => heard.push(summary) }).chat.completions.create({
			model: "fake",
			messages: history,
			temperature: 0.5,
		});
		expect(answer.choices[0]?.message.content).toBe("Done.");
		const { messages, ...others } = provider.requests[0]?.json ?? {};
		expect(others).toEqual({ model: "fake", temperature: 0.5 });
		const expected = structuredClone(history) as unknown as Record<string, unknown>[];
		const sent = messages as typeof expected;
		const paths = [
			["messages", 1, "content", 0, "text"],
			["messages", 3, "content"],
			["messages", 4, "content"],
		];
		expect(heard.map(({ changed }) => changed)).toEqual([paths]);
		expect(heard[0]?.keptTokens).toBeLessThan((heard[0]?.sourceTokens ?? 0) * 0.6);
		for (const index of [0, 2, 5]) expect(sent[index]).toEqual(expected[index]);
		expect(sent[1]).toMatchObject({ role: "user", content: [{ type: "text" }, image] });
		expect(String(sent[3]?.content).length).toBeLessThan(0.7 * paragraph("result").length);
		expect(String(sent[4]?.content)).toMatch(/NOT/);
	});

	it("stream their answers", async () => {
		const stream = await client().chat.completions.create({ model: "fake", messages: history, stream: true });
		const texts: string[] = [];
		for await (const chunk of stream) texts.push(chunk.choices[0]?.delta.content ?? "");
		expect(texts).toEqual(["Do", "ne.", ""]);
		expect(provider.requests[0]?.text.length).toBeLessThan(JSON.stringify({ messages: history }).length);
	});

	it("carry the right length, also where the caller set one", async () => {
		const fetch = createCompressingFetch(compressor);
		const body = JSON.stringify({ model: "é", messages: history });
		const length = String(new TextEncoder().encode(body).length);
		for (const headers of [{ "Content-Length": length, "x-own": "1" }, new Headers({ "x-own": "1" })]) {
			const response = await fetch(`${provider.baseURL}/chat/completions`, { method: "POST", headers, body });
			expect(response.status).toBe(200);
			const { text, headers: sent } = provider.requests.at(-1) ?? {};
			expect(sent?.["content-length"]).toBe(String(new TextEncoder().encode(text).length));
			expect(sent?.["x-own"]).toBe("1");
			expect(text?.trimEnd().length).toBeLessThan(body.length);
		}
	});

	it("are the same for Azure and servers like it", async () => {
		const azure = new AzureOpenAI({
			apiKey: "k",
			apiVersion: "2026-01-01",
			endpoint: provider.baseURL.replace("/v1", ""),
			fetch: createCompressingFetch(compressor),
		});
		await azure.chat.completions.create({ model: "deployed", messages: history });
		expect(provider.requests[0]?.path).toBe(
			"/openai/deployments/deployed/chat/completions?api-version=2026-01-01",
		);
		expect(String(provider.last()[4]?.content).length).toBeLessThan(0.7 * paragraph("answer").length);
	});

	it("keep their tools unless asked", async () => {
		const request = { model: "fake", messages: history, tools };
		await client().chat.completions.create(request);
		expect(provider.requests[0]?.json.tools).toEqual(tools);
		await client({ tools: { rate: 0.4 } }).chat.completions.create(request);
		const [tool] = (provider.requests.at(-1)?.json.tools ?? []) as typeof tools;
		expect(tool?.function.description.length).toBeLessThan(0.6 * paragraph("tool").length);
		expect(tool?.function.parameters).toEqual(tools[0]?.function.parameters);
	});

	it("stay the same from turn to turn", async () => {
		const openai = client({ stable: true });
		const messages = [...history];
		const prefixes: string[] = [];
		for (const turn of ["second", "third", "fourth"]) {
			await openai.chat.completions.create({ model: "fake", messages });
			prefixes.push(JSON.stringify(provider.last()).slice(0, -1));
			messages.push({ role: "assistant", content: paragraph(turn) }, { role: "user", content: `${turn}?` });
		}
		expect(prefixes[1]?.startsWith(prefixes[0] ?? "-")).toBe(true);
		expect(prefixes[2]?.startsWith(prefixes[1] ?? "-")).toBe(true);
		expect(prefixes[2]?.length).toBeLessThan(0.9 * JSON.stringify(messages.slice(0, -2)).length);
	});
});

describe("responses", () => {
	const input: OpenAI.Responses.ResponseInput = [
		{ role: "user", content: [{ type: "input_text", text: paragraph("question") }] },
		{ type: "function_call", call_id: "1", name: "find", arguments: '{"query":"x"}' },
		{ type: "function_call_output", call_id: "1", output: paragraph("result") },
		{ role: "user", content: paragraph("now") },
	];

	it("go out with shorter items, at once and streamed", async () => {
		const openai = client();
		const answer = await openai.responses.create({ model: "fake", input, instructions: paragraph("system") });
		expect(answer.output_text).toBe("Done.");
		const types: string[] = [];
		for await (const event of await openai.responses.create({ model: "fake", input, stream: true })) {
			types.push(event.type);
		}
		expect(types).toEqual(["response.created", "response.output_text.delta", "response.completed"]);
		expect(provider.requests[0]?.json.instructions).toBe(paragraph("system"));
		for (const { json } of provider.requests) {
			const sent = json.input as Record<string, unknown>[];
			expect(sent.map(({ type, role }) => type ?? role)).toEqual([
				"user",
				"function_call",
				"function_call_output",
				"user",
			]);
			expect(sent[1]).toEqual(input[1]);
			expect(sent[3]).toEqual(input[3]);
			expect(String(sent[2]?.output).length).toBeLessThan(0.7 * paragraph("result").length);
		}
	});

	it("of one text are the current request, which stays", async () => {
		await client().responses.create({ model: "fake", input: paragraph("now") });
		expect(provider.requests[0]?.json).toEqual({ model: "fake", input: paragraph("now") });
	});
});

it("looks at no header but the length, and at no key", async () => {
	const get = vi.spyOn(Headers.prototype, "get");
	const has = vi.spyOn(Headers.prototype, "has");
	try {
		await createCompressingFetch(compressor, { fetch: async () => new Response() })(
			`${provider.baseURL}/chat/completions`,
			{
				method: "POST",
				headers: new Headers({ authorization: "Bearer sk-secret" }),
				body: JSON.stringify({ messages: history }),
			},
		);
		expect(get).not.toHaveBeenCalled();
		expect(has.mock.calls).toEqual([["content-length"]]);
	} finally {
		get.mockRestore();
		has.mockRestore();
	}
});
