// One text through the whole of the worker's part: words, tokens, windows, the model, and back to words.
import type {
	ProgressListener,
	ScoreInput,
	ScoreResponse,
	TokenScores,
} from "../../src/bridge/worker-interface.ts";
import { invalidOption } from "../../src/core/invalid-option.ts";
import { mergeWords } from "../../src/core/merge.ts";
import { combineScores } from "../../src/core/question/combine-scores.ts";
import { type ReadQuestion, shortenQuestion } from "../../src/core/question/shorten-question.ts";
import { spreadRelevance } from "../../src/core/question/spread-relevance.ts";
import { windowOfWords } from "../../src/core/question/word-windows.ts";
import { readWordsInSteps } from "../../src/core/read-words.ts";
import type { Steps } from "../../src/core/steps.ts";
import { chunkWindowsInSteps } from "../../src/core/windows/windows.ts";
import type { Engine } from "../model/load-model.ts";
import { joinTables, type Tokenizer, type TokenTable } from "../tokenizer/tokenizer.ts";
import type { WindowCache } from "./window-cache.ts";
import { windowFrame } from "./window-frame.ts";

/** Milliseconds between two progress events, and between two pauses while nothing but cached windows pass. */
const interval = 50;

/**
 * Scores `text`: every word gets the mean keep probability of its tokens, protected words too, so that
 * protection can change later. With a question it is combined with the mean of their relevances, which a
 * clause shares. Windows run one after another; memory holds the text, its tokens and words.
 *
 * @param pause called between steps; lets messages in and throws when the job was cancelled
 * @throws CompressorError "invalid-option" for a question to a model that reads none.
 */
export async function scoreText(
	engine: Engine,
	cache: WindowCache,
	{ text, question }: ScoreInput,
	onProgress: ProgressListener,
	pause: () => Promise<void>,
): Promise<ScoreResponse> {
	const words = await withPauses(readWordsInSteps(text), pause);
	const asked = await readQuestion(engine, question, pause);
	const tokens = await tokenizeWithPauses(engine.tokenizer, text, pause);
	const frame = windowFrame(engine.manifest, asked.ids);
	const count = tokens.id.length;
	const windows = await withPauses(chunkWindowsInSteps(text, tokens, frame.limitOf(count), words), pause);

	const hasQuestion = asked.ids.length > 0;
	const keepProbability = new Float32Array(count);
	const relevance = hasQuestion ? new Float32Array(count) : undefined;
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
	let lastPause = performance.now();
	for (const { start, end } of windows) {
		if (performance.now() - lastPause > interval) {
			await pause();
			lastPause = performance.now();
		}
		const ids = tokens.id.subarray(start, end);
		let scores = cache.get(ids, asked.ids);
		if (!scores) {
			await pause();
			lastPause = performance.now();
			const all = await engine.classifier.classify(frame.input(ids), hasQuestion);
			scores = slice(all, frame.start, frame.start + ids.length);
			cache.set(ids, asked.ids, scores);
			windowsRun++;
		}
		keepProbability.set(scores.keepProbability, start);
		if (scores.relevance) relevance?.set(scores.relevance, start);
		done++;
		report();
	}
	await pause();
	const merged = {
		keepProbability: mergeWords(words, tokens, keepProbability),
		relevance: relevance && spreadRelevance(mergeWords(words, tokens, relevance), words.clause),
	};
	return {
		words: { ...words, keepProbability: combineScores(merged, windowOfWords(words, tokens, windows)) },
		windows: windows.length,
		windowsRun,
		warnings: asked.warnings,
	};
}

/** Pauses where the work has gone on for a while. */
async function withPauses<Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> {
	let last = performance.now();
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		if (performance.now() - last < interval) continue;
		await pause();
		last = performance.now();
	}
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

/** A question of which the tokenizer leaves nothing (control characters only, say) is none. */
async function readQuestion(
	{ manifest, tokenizer, info }: Engine,
	question: string | undefined,
	pause: () => Promise<void>,
): Promise<ReadQuestion> {
	if (question === undefined) return { ids: new Uint32Array(), warnings: [] };
	if (!manifest.question) {
		throw invalidOption("question", question, `left out: the model "${info.model}" reads none`);
	}
	const { id } = await tokenizeWithPauses(tokenizer, question, pause);
	return shortenQuestion(id, manifest.question.maxTokens);
}

/** What the model says of a window's own tokens. */
function slice({ keepProbability, relevance }: TokenScores, start: number, end: number): TokenScores {
	return { keepProbability: keepProbability.slice(start, end), relevance: relevance?.slice(start, end) };
}
