// One text through the whole of the worker's part: words, tokens, windows, the model, and back to words.
import type { ProgressListener, ScoreResponse } from "../src/bridge/worker-interface.ts";
import { mergeWords } from "../src/core/merge.ts";
import { segment } from "../src/core/segment/segment.ts";
import { chunkWindows } from "../src/core/windows/windows.ts";
import { splitWords } from "../src/core/words/words.ts";
import type { Engine } from "./load-model.ts";
import { joinTables, type Tokenizer, type TokenTable } from "./tokenizer/tokenizer.ts";
import type { WindowCache } from "./window-cache.ts";

/** Milliseconds between two progress events, and between two pauses while nothing but cached windows pass. */
const interval = 50;

/**
 * Scores `text`: every word gets the mean keep probability of its tokens, protected words too, so that
 * protection can change later. Windows run one after another; memory holds the text, its tokens and words.
 *
 * @param pause called between steps; lets messages in and throws when the job was cancelled
 */
export async function scoreText(
	engine: Engine,
	cache: WindowCache,
	text: string,
	onProgress: ProgressListener,
	pause: () => Promise<void>,
): Promise<ScoreResponse> {
	const words = splitWords(text, segment(text));
	await pause();
	const tokens = await tokenizeWithPauses(engine.tokenizer, text, pause);
	const windows = chunkWindows(text, tokens, engine.manifest.maxTokens - 2, words);

	const keepProbability = new Float32Array(tokens.id.length);
	let windowsRun = 0;
	let done = 0;
	let lastEvent = Number.NEGATIVE_INFINITY;
	const report = () => {
		const now = performance.now();
		if (now - lastEvent < interval && done !== windows.length) return;
		lastEvent = now;
		onProgress({ stage: "score", done, total: windows.length });
	};
	report();
	for (const { start, end } of windows) {
		const ids = tokens.id.subarray(start, end);
		let probabilities = cache.get(ids);
		if (!probabilities) {
			await pause();
			probabilities = await classify(engine, ids);
			cache.set(ids, probabilities);
			windowsRun++;
		}
		keepProbability.set(probabilities, start);
		done++;
		report();
	}
	return {
		words: { ...words, keepProbability: mergeWords(words, tokens, keepProbability) },
		windows: windows.length,
		windowsRun,
	};
}

async function tokenizeWithPauses(
	tokenizer: Tokenizer,
	text: string,
	pause: () => Promise<void>,
): Promise<TokenTable> {
	const tables: TokenTable[] = [];
	for (const table of tokenizer.blocks(text)) {
		tables.push(table);
		await pause();
	}
	return joinTables(tables);
}

/** Keep probabilities of a window's own tokens; the model wants it between its two special tokens. */
async function classify({ classifier, manifest }: Engine, ids: Uint32Array): Promise<Float32Array> {
	const input = new Uint32Array(ids.length + 2);
	input[0] = manifest.bos;
	input.set(ids, 1);
	input[input.length - 1] = manifest.eos;
	const probabilities = await classifier.classify(input);
	return probabilities.slice(1, -1);
}
