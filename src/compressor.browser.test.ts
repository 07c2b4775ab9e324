// The library as a caller has it: the real worker, wasm and embedded model.
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { CompressorOptions } from "./compressor/compressor-options.ts";
import { type Compressor, createCompressor } from "./compressor.ts";
import type { ProgressEvent } from "./core/progress.ts";

const opened: Compressor[] = [];

function open(options: CompressorOptions = {}): Compressor {
	const compressor = createCompressor({ assetsUrl: "/", ...options });
	opened.push(compressor);
	return compressor;
}

/** Loaded once for the tests that only use it. */
const shared = createCompressor({ assetsUrl: "/" });

afterEach(() => Promise.all(opened.splice(0).map((compressor) => compressor.dispose())));
afterAll(() => shared.dispose());

const text =
	"Hi everyone, thanks for joining today. As I was saying before, the migration to PostgreSQL 16 has to be " +
	"finished by Friday 14 March, because the old server is switched off on Monday. Do not delete the backups.";

describe("load", () => {
	it("shows growing downloads that end at their totals, then the warm-up, and says what it took", async () => {
		const events: ProgressEvent[] = [];
		const info = await open({ onProgress: (event) => events.push(event) }).load();
		expect(info).toMatchObject({ model: "embedded", device: "wasm", dtype: expect.any(String) });
		expect(info.reason).toMatch(/^WASM with \d+ threads?: the only WebGPU adapter is a software one\.$/);
		expect(info.threads > 1).toBe(crossOriginIsolated && navigator.hardwareConcurrency > 1);
		expect(info.bytes).toBeGreaterThan(1_000_000);

		const downloads = events.filter((event) => event.stage === "download");
		for (const file of new Set(downloads.map((event) => event.file))) {
			const loaded = downloads.filter((event) => event.file === file).map((event) => event.loaded);
			expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
			expect(loaded.at(-1)).toBe(downloads.findLast((event) => event.file === file)?.total);
		}
		expect(new Set(downloads.map((event) => event.model))).toEqual(new Set(["embedded"]));
		expect(downloads.length).toBeGreaterThan(2);
		expect(events.at(-1)).toEqual({ stage: "warm-up" });
	});

	it.each([
		["missing", /models\/embedded\/.*\.onnx: HTTP status 404/],
		["html", /models\/embedded\/.*\.onnx: .*HTML page/],
		["short", /models\/embedded\/.*\.onnx: 1000 bytes instead of/],
		["glueless", /ort\/ort-wasm-simd-threaded\.mjs: HTTP status 404/],
	])("from a server with a bad file (%s) names it, and works when it's back", async (fault, what) => {
		const id = crypto.randomUUID().replaceAll("-", "");
		const compressor = open({ assetsUrl: `/faulty/${fault}/${id}/`, device: "wasm" });
		const error = await compressor.load().catch((reason: unknown) => reason);
		expect(error).toMatchObject({ code: "model-load-failed", message: expect.stringMatching(what) });
		expect(error).toMatchObject({ message: expect.stringContaining(`/faulty/${fault}/${id}/`) });
		await expect(compressor.compress(text)).rejects.toMatchObject({ code: "model-load-failed" });
		await fetch(`/faulty/mend/${id}`);
		expect(await compressor.load()).toMatchObject({ device: "wasm" });
	});

	it("from a folder that isn't there names the manifest", async () => {
		const model = { id: "none", url: new URL("/nowhere/", location.href).href };
		await expect(open({ model }).load()).rejects.toMatchObject({
			code: "model-load-failed",
			message: expect.stringContaining("/nowhere/manifest.json"),
		});
	});

	it("rejects an aborted caller and goes on for the other", async () => {
		const compressor = open();
		const controller = new AbortController();
		const impatient = compressor.load({ signal: controller.signal });
		const patient = compressor.load();
		controller.abort();
		await expect(impatient).rejects.toMatchObject({ name: "AbortError", code: "aborted" });
		expect(await patient).toMatchObject({ device: "wasm" });
	});

	it("aborted by its only caller works the next time", async () => {
		const compressor = open();
		const controller = new AbortController();
		const aborted = compressor.compress(text, { signal: controller.signal });
		controller.abort();
		await expect(aborted).rejects.toMatchObject({ code: "aborted" });
		expect(await compressor.load()).toMatchObject({ device: "wasm" });
	});
});

describe("compress", () => {
	it("keeps verbatim words within the rate, the same ones every time", async () => {
		const result = await shared.compress(text, { rate: 0.5 });
		expect(result.keptTokens).toBeLessThanOrEqual(result.sourceTokens / 2);
		expect(result.keptTokens).toBeGreaterThan(result.sourceTokens / 4);
		expect(result).toMatchObject({ model: "embedded", device: "wasm" });
		let at = 0;
		for (const [start, end] of result.spans) {
			const found = result.text.indexOf(text.slice(start, end), at);
			expect(found).toBeGreaterThanOrEqual(at);
			at = found + end - start;
		}
		expect(await open().compress(text, { rate: 0.5 })).toEqual(result);
	});

	it("finds the facts more needed than the small talk", async () => {
		const { words } = await shared.score(text);
		const probability = (word: string) =>
			words.find(({ start, end }) => text.slice(start, end) === word)?.keepProbability ?? Number.NaN;
		expect(probability("Friday")).toBeGreaterThan(probability("everyone"));
		expect(probability("PostgreSQL")).toBeGreaterThan(probability("saying"));
	});

	it.each([
		"",
		"  \n",
		"word",
		"日本語",
		"\u{1F468}\u200D\u{1F469}\u200D\u{1F467}",
		"\ud800 \0 a\u0301",
		"```\ncode",
	])("takes %j", async (odd) => {
		const result = await shared.compress(odd, { rate: 1 });
		expect(result.text).toBe(odd);
	});
});
