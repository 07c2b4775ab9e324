// The worker's part of a text, scored by the library's own function, with a stopwatch on what is handed to it: the
// tokenizer, the model, and the listener that hears of the first window and of the last.
import { expose, transfer } from "comlink";
import { macrotask } from "../../src/bridge/pauses.ts";
import type { LoadRequest, ScoreResponse } from "../../src/bridge/worker-interface.ts";
import { openBrowserRuntime } from "../../worker/device/browser-runtime.ts";
import { type Engine, loadModel } from "../../worker/model/load-model.ts";
import { scoreText } from "../../worker/scoring/scoring.ts";
import { WindowCache } from "../../worker/scoring/window-cache.ts";

/** Milliseconds of each step in the worker, and of everything between the first and the last. */
export interface WorkerStages {
	readonly words: number;
	readonly tokenize: number;
	readonly window: number;
	readonly infer: number;
	readonly merge: number;
	readonly whole: number;
}

let engine: Engine | undefined;

const stageRunner = {
	async load(request: LoadRequest): Promise<number> {
		engine = await loadModel(request, () => {}, openBrowserRuntime);
		return engine.info.threads;
	},

	async score(text: string): Promise<{ response: ScoreResponse; stages: WorkerStages }> {
		if (!engine) throw new Error("load() comes first");
		const { tokenizer, classifier } = engine;
		const watch = { tokenize: 0, infer: 0 };
		const at = { tokenizing: Number.NaN, tokenized: Number.NaN, windows: Number.NaN, inferred: Number.NaN };
		const timed: Engine = {
			...engine,
			tokenizer: {
				family: tokenizer.family,
				idCount: tokenizer.idCount,
				tokenize: (part) => tokenizer.tokenize(part),
				speller: (added) => tokenizer.speller(added),
				*blocks(part) {
					at.tokenizing = performance.now();
					const blocks = tokenizer.blocks(part);
					for (;;) {
						const began = performance.now();
						const { done, value } = blocks.next();
						at.tokenized = performance.now();
						watch.tokenize += at.tokenized - began;
						if (done) return undefined;
						yield value;
					}
				},
			},
			classifier: {
				threads: classifier.threads,
				async classify(ids, withRelevance) {
					const began = performance.now();
					const scores = await classifier.classify(ids, withRelevance);
					watch.infer += performance.now() - began;
					return scores;
				},
			},
		};
		const began = performance.now();
		const response = await scoreText(
			timed,
			new WindowCache(),
			{ text },
			(event) => {
				if (event.stage !== "score") return;
				if (event.done === 0) at.windows = performance.now();
				if (event.done === event.total) at.inferred = performance.now();
			},
			macrotask,
		);
		const ended = performance.now();
		const stages = {
			words: at.tokenizing - began,
			tokenize: watch.tokenize,
			window: at.windows - at.tokenized,
			infer: watch.infer,
			merge: ended - at.inferred,
			whole: ended - began,
		};
		const { blocks, ...columns } = response.words;
		const arrays = [...Object.values(columns), ...Object.values(blocks)];
		return transfer({ response, stages }, arrays.map((array) => array.buffer) as ArrayBuffer[]);
	},
};

export type StageRunner = typeof stageRunner;

expose(stageRunner);
