import { describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import { compressMessages } from "./compress-messages.ts";
import { histories } from "./histories.fixture.ts";
import type { CompressMessagesOptions } from "./message-options.ts";
import type { TextCompressor } from "./shrink-text.ts";
import { replaceAt, type TextPath } from "./text-place.ts";
import { thinningCompressor, thinWords, words } from "./thinning.fixture.ts";

const half = (text: string) => thinWords(text, { rate: 0.5 });

function valueAt(root: unknown, path: TextPath): unknown {
	return path.reduce<unknown>((node, key) => Reflect.get(Object(node), key), root);
}

function freeze(node: unknown): void {
	if (typeof node !== "object" || node === null || ArrayBuffer.isView(node)) return;
	Object.freeze(node);
	for (const value of Object.values(node)) freeze(value);
}

describe.each(Object.entries(histories))("%s", (_, { messages, changed, changedIfStable }) => {
	it.each([
		["by default", changed, {}],
		["if stable", changedIfStable, { stable: true }],
	])("shortens these texts and nothing else, %s", async (_, paths, options) => {
		freeze(messages);
		const result = await compressMessages(thinningCompressor(), messages, options);
		expect(result.changed).toEqual(paths);
		const expected = paths.map((path) => ({ path, value: half(String(valueAt(messages, path))) }));
		expect(result.messages).toEqual(replaceAt(messages, expected));
	});

	it("gives unchanged messages as the same objects, and the parts of the others", async () => {
		const result = await compressMessages(thinningCompressor(), messages);
		const indices = new Set(changed.map(([index]) => index));
		for (const [index, message] of messages.entries()) {
			if (!indices.has(index)) expect(result.messages[index]).toBe(message);
			for (const [key, value] of Object.entries(message)) {
				if (changed.some((path) => path[0] === index && path[1] === key)) continue;
				expect(Reflect.get(Object(result.messages[index]), key)).toBe(value);
			}
		}
	});
});

/** As not given. */
const undefinedOptions: object = Object.fromEntries(
	[
		..."rate targetTokens threshold protect force keepDigits dropConsecutive pin drop minTokens".split(" "),
		..."user assistant tool stable keep question signal compat".split(" "),
	].map((name) => [name, undefined]),
);

it("takes the list and the options as they are when the call is made", async () => {
	const chat = ["user", "assistant", "user"].map((role, at) => ({ role, content: words(`m${at}-`) }));
	const options = { user: { rate: 0.5 } };
	const compressing = compressMessages(thinningCompressor(), chat, options);
	chat.pop();
	options.user.rate = 0.1;
	const { messages } = await compressing;
	expect(messages).toHaveLength(3);
	expect(messages[0]?.content).toBe(half(words("m0-")));
});

describe("options", () => {
	const chat = [
		{ role: "user", content: words("first", 100) },
		{ role: "assistant", content: words("second", 100) },
		{ role: "tool", content: words("third", 100) },
		{ role: "user", content: words("last", 100) },
	];
	const lengths = async (options: CompressMessagesOptions<{ role: string; content: string }>) => {
		const { messages } = await compressMessages(thinningCompressor(), chat, options);
		return messages.map(({ content }) => content.split(" ").length);
	};

	it.each<[CompressMessagesOptions<{ role: string; content: string }>, number[]]>([
		[{}, [50, 50, 50, 100]],
		[{ rate: 0.8 }, [80, 80, 80, 100]],
		[{ targetTokens: 30 }, [30, 30, 30, 100]],
		[{ rate: 0.8, tool: { targetTokens: 30 } }, [80, 80, 30, 100]],
		[{ user: false, assistant: { rate: 0.9 } }, [100, 90, 50, 100]],
		[{ assistant: false, tool: false }, [50, 100, 100, 100]],
		[{ minTokens: 101 }, [100, 100, 100, 100]],
		[{ minTokens: 100 }, [50, 50, 50, 100]],
		[{ tool: { minTokens: 101 } }, [50, 50, 100, 100]],
		[{ keep: 2 }, [50, 50, 100, 100]],
		[{ keep: 99 }, [100, 100, 100, 100]],
		[{ keep: ({ role }, index, all) => role === "tool" || index === all.length - 4 }, [100, 50, 100, 100]],
		[{ stable: true, user: false }, [100, 50, 50, 100]],
		[undefinedOptions, [50, 50, 50, 100]],
		[{ ...undefinedOptions, rate: 0.8, tool: undefinedOptions }, [80, 80, 80, 100]],
	])("%j", async (options, expected) => {
		expect(await lengths(options)).toEqual(expected);
	});

	it("reach the compressor, and only those it knows", async () => {
		const compressor = thinningCompressor();
		const { signal } = new AbortController();
		const protect = { number: true, patterns: [/x/] };
		const shared = { force: ["!"], question: "Who?", signal };
		await compressMessages(compressor, chat, {
			...shared,
			protect,
			rate: 0.8,
			tool: { targetTokens: 9, protect: { code: false } },
			keep: 0,
		});
		expect(compressor.calls.map(({ options }) => options)).toEqual([
			{ ...shared, protect, rate: 0.8 },
			{ ...shared, protect, rate: 0.8 },
			{ ...shared, protect: { code: false }, targetTokens: 9 },
		]);
	});

	it.each([
		[{ rate: 2 }, /^rate must be .* got 2/],
		[{ tool: { rate: 2 } }, /^In tool: rate must be .* got 2/],
		[{ user: true }, /^user must be an object; got true/],
		[{ assistant: { minTokens: -1 } }, /^In assistant: minTokens must be .* got -1/],
		[{ minTokens: 0.5 }, /^minTokens must be an integer ≥ 0; got 0.5/],
		[{ rate: 0.5, targetTokens: 5 }, /only one of rate, targetTokens/],
		[{ keep: -1 }, /^keep must be .* got -1/],
		[{ stable: "yes" }, /^stable must be true or false; got "yes"/],
		[{ stable: true, user: {} }, /^user must be false or left out with stable: true/],
		[{ pin: [[0, 1]] }, /^pin must be left out/],
		[{ question: 1 }, /^question must be a string/],
		[{ signal: 1 }, /^signal must be an AbortSignal/],
		[{ ratio: 2 }, /^ratio must be left out/],
		[{ tool: null }, /^tool must be an object; got null/],
		[{ tool: new Map() }, /^tool must be an object; got \[object Map\]/],
		[{ tool: { protect: /a/ } }, /^In tool: protect must be an object; got \/a\//],
		[{ minTokens: Number.NaN }, /^minTokens must be an integer ≥ 0; got NaN/],
		[{ compat: "llmlingua-2" }, /^compat must be given to compress;/],
		[new Map(), /^options must be an object; got \[object Map\]/],
		[null, /^options must be an object; got null/],
	])("refuses %j, even if there is nothing to do", async (options, message) => {
		const call = compressMessages(thinningCompressor(), [], options as CompressMessagesOptions);
		await expect(call).rejects.toBeInstanceOf(CompressorError);
		await expect(call).rejects.toMatchObject({ code: "invalid-option" });
		await expect(call).rejects.toThrow(message);
	});

	it("refuses what is no compressor", async () => {
		for (const wrong of [undefined, {}, { compress: true }]) {
			const call = compressMessages(wrong as unknown as TextCompressor, chat);
			await expect(call).rejects.toThrow(/^compressor must be a compressor.*; got /);
		}
	});

	it("refuses what is no list", async () => {
		const call = compressMessages(thinningCompressor(), "text" as unknown as []);
		await expect(call).rejects.toThrow(/^messages must be an array; got "text"/);
	});
});

describe("a tool's result in JSON", () => {
	const value = { status: "ok", hits: [{ id: 7, note: words("note") }] };
	const text = JSON.stringify(value, null, 2);
	const chat = [
		{ role: "tool", tool_call_id: "1", content: text },
		{ role: "tool", content: [{ type: "tool-result", output: { type: "json", value } }] },
		{ role: "assistant", parts: [{ type: "tool-f", state: "output-available", output: value }] },
	];
	const shorter = { status: "ok", hits: [{ id: 7, note: half(words("note")) }] };

	it("stays as it is if it would break", async () => {
		expect((await compressMessages(thinningCompressor(), chat)).messages).toEqual(chat);
	});

	it("is shortened part by part if it is MCP's", async () => {
		const output = (note: string) => ({
			content: [
				{ type: "text", text: note },
				{ type: "image", data: "AAAA", mimeType: "image/png" },
			],
			structuredContent: { note: words("structured") },
			isError: false,
		});
		const ui = (note: string) => [{ role: "assistant", parts: [{ ...part, output: output(note) }] }];
		const part = { type: "dynamic-tool", toolName: "f", state: "output-available" };
		const { messages } = await compressMessages(thinningCompressor(), ui(words("note")));
		expect(messages).toEqual(ui(half(words("note"))));
		const failed = [
			{ role: "assistant", parts: [{ ...part, output: { ...output(words("e")), isError: true } }] },
		];
		expect((await compressMessages(thinningCompressor(), failed)).messages[0]).toBe(failed[0]);
	});

	it("has shorter strings, as text and as value", async () => {
		const thinNote = (json: string) => json.replace(/note0 [^"]*/, (note) => half(note));
		const result = await compressMessages(thinningCompressor(thinNote), chat, { minTokens: 0 });
		expect(result.messages).toEqual(
			replaceAt(chat, [
				{ path: [0, "content"], value: thinNote(text) },
				{ path: [1, "content", 0, "output", "value"], value: shorter },
				{ path: [2, "parts", 0, "output"], value: shorter },
			]),
		);
	});
});

it("the person's last words stay, and what comes with them", async () => {
	const image = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };
	const chat = [
		{ role: "user", content: words("old") },
		{ role: "assistant", content: words("answer") },
		{ role: "user", content: words("pasted") },
		{ role: "user", content: words("question") },
		{ role: "assistant", content: words("step") },
		{ role: "tool", content: words("found") },
		{ role: "user", content: [image, { type: "text", text: "" }] },
	];
	const { changed } = await compressMessages(thinningCompressor(), chat);
	expect(changed).toEqual([
		[0, "content"],
		[1, "content"],
		[5, "content"],
	]);
});

describe("any list", () => {
	it("passes through what it doesn't know", async () => {
		class Message {
			role = "assistant";
			content = words("instance");
		}
		const strange = [null, 1, "text", [], new Message(), { role: "critic", content: words("critic") }, {}];
		const result = await compressMessages(thinningCompressor(), [
			...strange,
			{ role: "user", content: "Go on." },
		]);
		expect(result.messages.slice(0, -1)).toEqual(strange);
		expect(result).toMatchObject({ changed: [], sourceTokens: 0, keptTokens: 0 });
	});

	it("without a user message keeps the assistant's texts", async () => {
		const chat = [{ role: "assistant", content: words("greeting") }];
		expect((await compressMessages(thinningCompressor(), chat)).messages).toEqual(chat);
	});

	it("counts what it saved", async () => {
		const chat = [
			{ role: "assistant", content: words("a", 60) },
			{ role: "assistant", content: words("b", 80) },
			{ role: "user", content: words("c", 90) },
		];
		expect(await compressMessages(thinningCompressor(), chat)).toMatchObject({
			sourceTokens: 140,
			keptTokens: 70,
		});
	});

	it("rejects as a whole if one text fails", async () => {
		const failure = new CompressorError("out-of-memory", "too much");
		const compressor = thinningCompressor((text, options) => {
			if (text.startsWith("b")) throw failure;
			return thinWords(text, options);
		});
		const chat = [..."abc"].map((name) => ({ role: "assistant", content: words(name) }));
		chat.push({ role: "user", content: "Go on." });
		await expect(compressMessages(compressor, chat)).rejects.toBe(failure);
		expect(compressor.calls).toHaveLength(2);
	});

	it("rejects when its signal aborts", async () => {
		const chat = [...(histories["Chat Completions"]?.messages ?? [])];
		const call = compressMessages(thinningCompressor(), chat, { signal: AbortSignal.abort() });
		await expect(call).rejects.toMatchObject({ code: "aborted", name: "AbortError" });
	});
});
