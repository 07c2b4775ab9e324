// The bodies that deep-chat's interceptor meets, those of its services too.
import { afterAll, expect, it, vi } from "vitest";
import { coreCompressor, paragraph } from "./core-compressor.fixture.ts";
import { requestInterceptor } from "./deep-chat.ts";

const compressor = coreCompressor();
afterAll(() => compressor.dispose());

const headers = Object.freeze({ Authorization: "Bearer k" });
const long = paragraph("old");

it.each([
	[
		"its own",
		{
			messages: [
				{ role: "ai", text: long, custom: { x: 1 } },
				{ role: "user", text: "?" },
			],
		},
		["messages", 0, "text"],
	],
	[
		"chat completions",
		{
			model: "m",
			messages: [
				{ role: "assistant", content: long },
				{ role: "user", content: "?" },
			],
		},
		["messages", 0, "content"],
	],
	[
		"responses",
		{
			model: "m",
			input: [
				{ role: "assistant", content: [{ type: "output_text", text: long }] },
				{ role: "user", content: "?" },
			],
		},
		["input", 0, "content", 0, "text"],
	],
])("shortens messages of %s", async (_, body, path) => {
	const onCompressed = vi.fn();
	const before = structuredClone(body);
	const details = await requestInterceptor(compressor, { onCompressed })({ body, headers });
	expect(body).toEqual(before);
	expect(onCompressed.mock.calls[0]?.[0].changed).toEqual([path]);
	const { text: short } = await compressor.compress(long);
	expect(details.headers).toBe(headers);
	expect(JSON.stringify(details.body)).toBe(JSON.stringify(before).replace(long, short));
});

it.each([
	["a form", new FormData()],
	["a text", JSON.stringify({ messages: [{ role: "ai", text: long }] })],
	["nothing", undefined],
	["messages of one text", { messages: long }],
	["Gemini's contents", { contents: [{ role: "model", parts: [{ text: long }] }] }],
	["an answer as HTML", { messages: [{ role: "ai", html: `<p>${long}</p>` }] }],
])("passes %s through", async (_, body) => {
	const details = { body, headers };
	expect(await requestInterceptor(compressor)(details)).toBe(details);
});
