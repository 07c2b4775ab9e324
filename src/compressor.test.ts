// The façade around a worker that answers by hand; compressor.browser.test.ts has the real one.
import { describe, expect, it } from "vitest";
import type { CompressorOptions } from "./compressor/compressor-options.ts";
import { type FakeWorker, fakeWorkers, turn } from "./compressor/fake-worker.fixture.ts";
import { createCompressorOver } from "./compressor/whole-compressor.ts";
import { type Compressor, createCompressor } from "./compressor.ts";
import { CompressorError } from "./core/error.ts";
import { readWords } from "./core/read-words.ts";
import type { Warning } from "./core/result.ts";

const countTokens = (text: string) => text.split(/\s+/).filter(Boolean).length;
const text = "one two three four five six";

/** A compressor whose workers load at once. */
function open(options: CompressorOptions = {}) {
	const workers = fakeWorkers({});
	return {
		compressor: createCompressorOver(workers.connect, { device: "wasm", countTokens, ...options }),
		...workers,
	};
}

/** Answers the worker's last request: each word is more needed than the one before, or less with a question. */
async function answer(started: readonly FakeWorker[], warnings: readonly Warning[] = []): Promise<void> {
	await turn();
	const score = started.at(-1)?.scores.at(-1);
	if (!score) throw new Error("nothing was asked");
	const words = readWords(score.request.text);
	const keepProbability = words.keepProbability.map((_, at) => (at + 1) / (words.start.length + 1));
	if (score.request.question !== undefined) keepProbability.reverse();
	score.resolve({ words: { ...words, keepProbability }, windows: 1, windowsRun: 1, warnings });
}

describe("createCompressor", () => {
	it("starts nothing before the first call", async () => {
		const { started, compressor } = open();
		await turn();
		expect(started).toHaveLength(0);
		await compressor.load();
		expect(started).toHaveLength(1);
	});

	it.each([
		[{ device: "gpu" }, /device must be "auto", "webgpu" or "wasm"; got "gpu"/],
		[{ model: "gpt-4" }, /model must be .* got "gpt-4"/],
		[{ model: { id: "mine", url: "/relative/" } }, /model\.url must be .*"\/relative\/"/],
		[{ model: { id: "mine", url: "https://a.example/no-slash" } }, /model\.url must be .*no-slash/],
		[{ model: { id: "mine", url: "https://a.example/?v=1/" } }, /model\.url must be .*v=1/],
		[{ model: { id: "mine", url: new URL("https://a.example/") } }, /model\.url must be .*a\.example/],
		[{ model: { id: "mine" } }, /model\.url must be .*; got undefined/],
		[
			{ model: { id: "", url: "https://a.example/" } },
			/model\.id must be a string that is not empty; got ""/,
		],
		[{ model: { id: 7, url: "https://a.example/" } }, /model\.id must be .* got 7/],
		[
			{ model: { id: "mine", url: "https://a.example/", dtype: "q8" } },
			/model\.dtype must be left out: .*id, url.* got "q8"/,
		],
		[{ model: null }, /model must be "embedded", "<owner>\/<name>" or \{id, url\}; got null/],
		[{ model: "../escape" }, /model must be .* got "\.\.\/escape"/],
		[{ hubUrl: 5 }, /hubUrl must be .* got 5/],
		[{ hubUrl: "https://a.example/?x" }, /hubUrl must be .*\?x/],
		[{ workerTimeoutMs: 10 }, /workerTimeoutMs must be .* got 10/],
		[{ model: ["embedded"] }, /model must be .* got \["embedded"\]/],
		[{ model: new Map() }, /model must be .* got \[object Map\]/],
		[{ assetsUrl: null }, /assetsUrl must be .* got null/],
		[{ assetsUrl: 7 }, /assetsUrl must be .* got 7/],
		[{ countTokens: Number.NaN }, /countTokens must be .* got NaN/],
		[{ rate: 0.5 }, /rate must be given to compress or select; got 0.5/],
		[new Map(), /options must be an object; got \[object Map\]/],
		[{ countTokens: "p50k" }, /countTokens must be .* got "p50k"/],
		[{ assetsUrl: "http://[" }, /assetsUrl must be .* got "http:\/\/\["/],
		[
			{ worker: "worker.js" },
			/worker must be a function that returns a new Worker each time; got "worker.js"/,
		],
		[{ onProgress: true }, /onProgress must be a function; got true/],
		[{ onModelChange: 1 }, /onModelChange must be a function; got 1/],
		[{ devise: "wasm" }, /devise must be left out: .*is it device\?; got "wasm"/],
		[null, /options must be an object; got null/],
	])("refuses %j by name and value", (options, message) => {
		const create = () => createCompressor(options as CompressorOptions);
		expect(create).toThrow(CompressorError);
		expect(create).toThrow(message);
	});
});

describe("calls", () => {
	it("refuse wrong options before anything is loaded", async () => {
		const { compressor, started } = open();
		await expect(compressor.compress(text, { rate: 2 })).rejects.toMatchObject({ code: "invalid-option" });
		await expect(compressor.compress(1 as unknown as string)).rejects.toThrow(
			/text must be a string or an array of strings; got 1/,
		);
		await expect(compressor.score(text, { signal: {} as AbortSignal })).rejects.toThrow(/signal must be/);
		await expect(compressor.score(text, { protect: { nouns: true } as object })).rejects.toThrow(/nouns/);
		for (const question of [null, 7] as unknown as string[]) {
			const message = `question must be a string; got ${question}.`;
			await expect(compressor.score(text, { question })).rejects.toThrow(message);
			await expect(compressor.compress(text, { question })).rejects.toThrow(message);
		}
		await expect(compressor.compress(text, { raet: 0.5 } as object)).rejects.toThrow(/raet .* got 0.5/);
		await expect(compressor.compress(text, null as unknown as object)).rejects.toThrow(/options .* got null/);
		await expect(compressor.load({ signal: "now" as unknown as AbortSignal })).rejects.toThrow(
			/signal must be/,
		);
		expect(started).toHaveLength(0);
	});

	it.each<[string, (compressor: Compressor, options: object) => Promise<unknown>, object, RegExp]>([
		["load", (c, o) => c.load(o), { rate: 0.5 }, /^rate must be given to compress or select;/],
		[
			"load",
			(c, o) => c.load(o),
			AbortSignal.abort(),
			/^options must be an object; got \[object AbortSignal\]/,
		],
		["score", (c, o) => c.score("a", o), { targetTokens: 5 }, /^targetTokens must be given to compress/],
		["score", (c, o) => c.score("a", o), { compat: "llmlingua-2" }, /^compat must be given to compress;/],
		["score", (c, o) => c.score("a", o), { protect: /a/ }, /^protect must be an object; got \/a\//],
		["score", (c, o) => c.score(["a"], o), new Map(), /^options must be an object; got \[object Map\]/],
		["compress", (c, o) => c.compress("a", o), new Map(), /^options must be an object; got \[object Map\]/],
		[
			"compress",
			(c, o) => c.compress("a", o),
			{ structured: true },
			/^structured .*compat: "llmlingua-2"; got true/,
		],
		[
			"compress",
			(c, o) => c.compress("a", o),
			{ contextFilter: {} },
			/^contextFilter .*compat.*several contexts;/,
		],
		[
			"compress",
			(c, o) => c.compress("a", o),
			{ minPerContext: 9 },
			/^minPerContext .*several contexts.*; got 9/,
		],
		["compress", (c, o) => c.compress(["a"], o), { contextFilter: {} }, /^contextFilter .*compat/],
		["compress", (c, o) => c.compress(["a"], o), new Set(), /^options must be an object; got \[object Set\]/],
		["compress", (c, o) => c.compress("a", o), { signal: undefined, rate: 9n }, /^rate must be .* got 9n/],
	])("%s refuses what it does not take", async (_, call, options, message) => {
		const { compressor, started } = open();
		await expect(call(compressor, options)).rejects.toMatchObject({ code: "invalid-option" });
		await expect(call(compressor, options)).rejects.toThrow(message);
		expect(started).toHaveLength(0);
	});

	it("take an option that is undefined for not given", async () => {
		const none = Object.fromEntries(
			[
				..."rate targetTokens threshold protect force keepDigits dropConsecutive pin drop question signal".split(
					" ",
				),
				..."compat structured contextFilter minPerContext model unheardOf".split(" "),
			].map((name) => [name, undefined]),
		);
		const { compressor, started } = open({ ...none, onProgress: undefined, assetsUrl: undefined } as object);
		await compressor.load(none);
		const compressed = compressor.compress(text, { ...none, targetTokens: 2 } as object);
		await answer(started);
		expect((await compressed).text).toBe("five six");
		const scored = await compressor.score(text, none);
		expect(scored.select({ ...none, targetTokens: 2 } as object).text).toBe("five six");
		expect(scored.explain([0, 3], none)).toEqual(scored.explain([0, 3]));
		const contexts = await compressor.score([text], none);
		expect(contexts.select({ ...none, targetTokens: 2 } as object).contexts[0]?.text).toBe("five six");
		expect((await compressor.compress([text], none)).keptTokens).toBe(3);
	});

	it("load gives the model's facts and why it runs where it does", async () => {
		const { compressor } = open();
		expect(await compressor.load()).toMatchObject({ model: "embedded", device: "wasm", reason: /./ });
	});

	it("compress keeps the words with the highest probabilities", async () => {
		const { compressor, started } = open();
		const compressed = compressor.compress(text, { targetTokens: 2 });
		await answer(started);
		expect(await compressed).toMatchObject({
			text: "five six",
			keptTokens: 2,
			model: "embedded",
			device: "wasm",
		});
	});

	it("ask the worker once a text, whatever the rate", async () => {
		const { compressor, started } = open();
		const first = compressor.compress(text, { rate: 0.5 });
		await answer(started);
		expect((await first).keptTokens).toBe(3);
		expect((await compressor.compress(text, { targetTokens: 1 })).text).toBe("six");
		expect((await compressor.score(text)).select({ rate: 1 }).text).toBe(text);
		expect(started[0]?.scores).toHaveLength(1);
	});

	it("score lists frozen words and protects what it's told to, unless select says otherwise", async () => {
		const { compressor, started } = open();
		const scoring = compressor.score(text, { protect: { patterns: [/one/] } });
		await answer(started);
		const scored = await scoring;
		expect(scored.words.map(({ protected: reason }) => reason)).toEqual([
			"pattern",
			null,
			null,
			null,
			null,
			null,
		]);
		expect(scored.words[1]).toMatchObject({ start: 4, end: 7 });
		expect(Object.isFrozen(scored.words) && Object.isFrozen(scored.words[0])).toBe(true);
		expect(scored.words).toBe(scored.words);
		expect(scored.select({ targetTokens: 2 }).text).toBe("one six");
		expect(scored.select({ targetTokens: 2, protect: {} }).text).toBe("five six");
	});

	it.each([[null], [new Map()], [[]], ["0.5"]])("select and explain refuse %o", async (options) => {
		const { compressor, started } = open();
		const scoring = compressor.score(text);
		await answer(started);
		await scoring;
		for (const protect of [undefined, { number: true }]) {
			const scored = await compressor.score(text, { protect } as object);
			const contexts = await compressor.score([text], { protect } as object);
			const given = options as object;
			const message = /^options must be an object; got /;
			expect(() => scored.select(given)).toThrow(message);
			expect(() => scored.explain([0, 3], given)).toThrow(message);
			expect(() => contexts.select(given)).toThrow(message);
		}
	});

	it.each([
		["another script", ["ka", "en"], "это не по-грузински", ["unsupported-language"]],
		[
			"another language",
			["en"],
			"Das ist nicht die Datei, und der Server ist es auch nicht.",
			["unsupported-language"],
		],
		["one of its languages", ["de", "en"], "Das ist nicht die Datei, und der Server ist es auch nicht.", []],
		["any language, where its own are not known", undefined, "это не по-грузински", []],
	])("ask the loaded model's languages: a text in %s", async (_, languages, text, codes) => {
		const workers = fakeWorkers(languages ? { languages } : {});
		const compressor = createCompressorOver(workers.connect, { device: "wasm", countTokens });
		const compressed = compressor.compress(text, { threshold: 0 });
		await answer(workers.started);
		expect((await compressed).warnings.map(({ code }) => code)).toEqual(codes);
		const together = compressor.compress(["Это по-русски.", text], { threshold: 0 });
		await answer(workers.started);
		const named = (await together).warnings.filter(({ context }) => context === 1);
		expect(named.map(({ code }) => code)).toEqual(codes);
	});

	it.each(["", " \n\t "])("give back %j as it is, without a worker", async (blank) => {
		const { compressor, started } = open();
		const result = await compressor.compress(blank, { targetTokens: 1 });
		expect(result).toMatchObject({ text: blank, rate: 1, device: "wasm" });
		expect(result.warnings).toMatchObject([{ code: "empty" }]);
		expect(started).toHaveLength(0);
	});

	it("reject with AbortError when the signal is aborted already", async () => {
		const { compressor, started } = open();
		const aborted = compressor.compress(text, { signal: AbortSignal.abort() });
		await expect(aborted).rejects.toMatchObject({ name: "AbortError", code: "aborted" });
		expect(started).toHaveLength(0);
	});

	it("pass a wrong count on by its option's name", async () => {
		const { compressor, started } = open({ countTokens: () => -1 });
		const compressed = compressor.compress(text);
		await answer(started);
		await expect(compressed).rejects.toMatchObject({ code: "invalid-option", message: /countTokens/ });
	});
});

describe("a question", () => {
	const question = "Which comes first?";

	it("goes to the worker, without white space around it, and stays with the scored text", async () => {
		const { compressor, started } = open();
		const scoring = compressor.score(text, { question: ` ${question}\n` });
		await answer(started);
		const scored = await scoring;
		expect(started[0]?.scores[0]?.request).toMatchObject({ text, question });
		expect(scored.question).toBe(question);
		expect(scored.select({ targetTokens: 2 }).text).toBe("one two");
		expect(() => scored.select({ question } as object)).toThrow(/question must be given to score/);
	});

	it("of another kind is another scoring; going back asks nothing", async () => {
		const { compressor, started } = open();
		const results: string[] = [];
		for (const asked of [undefined, question, "And which last?", question, undefined]) {
			const compressed = compressor.compress(text, { targetTokens: 1, ...(asked && { question: asked }) });
			if (results.length < 3) await answer(started);
			results.push((await compressed).text);
		}
		expect(results).toEqual(["six", "one", "one", "one", "six"]);
		expect(started[0]?.scores).toHaveLength(3);
	});

	it.each(["", " \n\t"])("that is %j is none", async (blank) => {
		const { compressor, started } = open();
		const first = compressor.score(text, { question: blank });
		await answer(started);
		expect(started[0]?.scores[0]?.request.question).toBeUndefined();
		expect(await first).not.toHaveProperty("question");
		expect((await compressor.compress(text, { targetTokens: 1 })).text).toBe("six");
		expect(started[0]?.scores).toHaveLength(1);
	});

	it("beside another one in flight gets its own answer", async () => {
		const { compressor, started } = open();
		const asked = compressor.score(text, { question });
		const plain = compressor.score(text);
		await answer(started);
		await answer(started);
		expect((await asked).select({ targetTokens: 1 }).text).toBe("one");
		expect((await plain).select({ targetTokens: 1 }).text).toBe("six");
	});

	it("brings the worker's warnings into every result", async () => {
		const { compressor, started } = open();
		const scoring = compressor.score(text, { question });
		await answer(started, [{ code: "question-shortened", message: "Half of it was read.", spans: [] }]);
		const scored = await scoring;
		for (const rate of [0.3, 0.6]) {
			expect(scored.select({ rate }).warnings).toMatchObject([{ code: "question-shortened" }]);
		}
	});

	it("about nothing is answered without a worker", async () => {
		const { compressor, started } = open();
		expect(await compressor.compress(" ", { question })).toMatchObject({ text: " " });
		expect(started).toHaveLength(0);
	});
});

describe("dispose", () => {
	it("rejects pending and later calls with disposed, and ends the worker", async () => {
		const { compressor, started } = open();
		const calls = [compressor.compress(text), compressor.score("another text")];
		await turn();
		await Promise.all([compressor.dispose(), compressor.dispose()]);
		for (const call of [...calls, compressor.load(), compressor.compress(text)]) {
			await expect(call).rejects.toMatchObject({ code: "disposed", name: "CompressorError" });
		}
		expect(started[0]?.closedFor).toMatchObject({ code: "disposed" });
	});

	it("leaves scored texts usable", async () => {
		const { compressor, started } = open();
		const scoring = compressor.score(text);
		await answer(started);
		const scored = await scoring;
		await compressor.dispose();
		expect(scored.select({ targetTokens: 1 }).text).toBe("six");
	});

	it("starts nothing when nothing was started", async () => {
		const { compressor, started } = open();
		await compressor.dispose();
		expect(started).toHaveLength(0);
		await expect(compressor.load()).rejects.toMatchObject({ code: "disposed" });
	});
});
