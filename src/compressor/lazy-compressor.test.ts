// The calls of a compressor whose code is not loaded yet.
import { expect, it } from "vitest";
import { readWords } from "../core/read-words.ts";
import { type CompressorOptions, resolveOptions } from "./compressor-options.ts";
import { fakeWorkers, turn } from "./fake-worker.fixture.ts";
import { createLazyCompressor } from "./lazy-compressor.ts";

const countTokens = (text: string) => text.split(/\s+/).filter(Boolean).length;

function open(options: CompressorOptions = {}) {
	const workers = fakeWorkers({});
	const resolved = resolveOptions({ device: "wasm", countTokens, ...options });
	return { compressor: createLazyCompressor(() => ({ connect: workers.connect }), resolved), ...workers };
}

/** Answers the only request as soon as it is made. */
async function answer({ started }: Pick<ReturnType<typeof open>, "started">): Promise<string> {
	while (!started[0]?.scores[0]) await turn();
	const score = started[0].scores[0];
	score.resolve({ words: readWords(score.request.text), windows: 1, windowsRun: 1, warnings: [] });
	return score.request.text;
}

it("loads its code, then the model, with the first call", async () => {
	const lazy = open();
	expect((await lazy.compressor.load()).model).toBe("embedded");
	const compressed = lazy.compressor.compress("one two three", { rate: 1 });
	await answer(lazy);
	expect((await compressed).text).toBe("one two three");
});

it("takes contexts as they are when the call is made", async () => {
	const lazy = open();
	const contexts = ["one two", "\n"];
	const compressed = lazy.compressor.compress(contexts, { rate: 1 });
	contexts[0] = "changed";
	expect(await answer(lazy)).toBe("one two");
	expect((await compressed).contexts.map(({ text }) => text)).toEqual(["one two", "\n"]);
});

it("takes options as they are when the call is made", async () => {
	const lazy = open();
	const options = { rate: 1, drop: [[0, 3] as [number, number]] };
	const compressed = lazy.compressor.compress("one two three", options);
	options.rate = 0.1;
	options.drop.push([4, 7]);
	await answer(lazy);
	expect((await compressed).text).toBe("two three");
});

it("refuses what is no text by name", async () => {
	const { compressor, started } = open();
	await expect(compressor.compress(7 as never)).rejects.toMatchObject({ code: "invalid-option" });
	await expect(compressor.score({} as never)).rejects.toMatchObject({ code: "invalid-option" });
	expect(started).toHaveLength(0);
});

it("rejects calls that wait for the code, and later ones, when it is disposed of", async () => {
	const { compressor, started } = open();
	const waiting = compressor.load();
	await compressor.dispose();
	await expect(waiting).rejects.toMatchObject({ code: "disposed" });
	await expect(compressor.compress("a")).rejects.toMatchObject({ code: "disposed" });
	expect(started).toHaveLength(0);
});

it("loads nothing to be disposed of, and rejects calls after that", async () => {
	const { compressor } = open();
	await compressor.dispose();
	await compressor.dispose();
	await expect(compressor.score("a")).rejects.toMatchObject({ code: "disposed" });
});

it("answers by the embedded model until the chosen one is loaded, where it is to tell of the change", async () => {
	const changes: string[] = [];
	const model = { id: "large", url: "https://a.example/large/" };
	const { compressor, started } = open({ model, onModelChange: ({ info }) => changes.push(info.model) });
	expect((await compressor.load()).model).toBe("embedded");
	while (changes.length === 0) await turn();
	expect(changes).toEqual(["large"]);
	expect((await compressor.load()).model).toBe("large");
	expect(started.map(({ loads }) => loads[0]?.request.model.id)).toEqual(["embedded", "large"]);
});

it.each([undefined, "embedded"] as const)("has nothing to change over to with model %s", async (model) => {
	const { compressor, started } = open({ model, onModelChange: () => {} });
	expect((await compressor.load()).model).toBe("embedded");
	expect(started).toHaveLength(1);
});
