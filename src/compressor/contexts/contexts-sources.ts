// What scoring answered for the last few lists of contexts, and how a new list is answered: context by context.
import type { ProgressListener, ScoreInput } from "../../bridge/worker-interface.ts";
import type { TokenCounter } from "../../core/count/count.ts";
import { throwIfAborted } from "../abort.ts";
import type { TextScores } from "../scored-text.ts";
import { TextCache } from "../text-cache.ts";
import { scoreContexts } from "./score-contexts.ts";
import { type ContextsSource, createContextsSource } from "./scored-contexts.ts";

/** Scores one text; `report` hears how far that is. */
type ScoreText = (input: ScoreInput, signal: AbortSignal, report: ProgressListener) => Promise<TextScores>;

export class ContextsSources {
	readonly #known = new TextCache<ContextsSource>();
	readonly #scoreText: ScoreText;
	readonly #counter: (signal: AbortSignal) => Promise<TokenCounter>;
	readonly #unasked: () => Pick<TextScores, "model" | "device">;
	readonly #onProgress: ProgressListener;

	/** @param unasked what a result names where no context has a word for the model to read */
	constructor(
		scoreText: ScoreText,
		counter: (signal: AbortSignal) => Promise<TokenCounter>,
		unasked: () => Pick<TextScores, "model" | "device">,
		onProgress: ProgressListener,
	) {
		this.#scoreText = scoreText;
		this.#counter = counter;
		this.#unasked = unasked;
		this.#onProgress = onProgress;
	}

	/** @throws CompressorError whatever scoring one of the texts throws */
	async get(
		{ text: contexts, question }: { text: readonly string[]; question: string | undefined },
		signal: AbortSignal,
	): Promise<ContextsSource> {
		throwIfAborted(signal);
		const key: ScoreInput = { text: JSON.stringify(contexts), question };
		const known = this.#known.get(key);
		if (known) return known;
		const scoreOne = (text: string, report: ProgressListener) =>
			this.#scoreText({ text, question }, signal, report);
		const scores = await scoreContexts(contexts, scoreOne, this.#onProgress);
		const counter = await this.#counter(signal);
		const source = createContextsSource(contexts, question, scores, counter, this.#unasked());
		this.#known.set(key, source);
		return source;
	}

	clear(): void {
		this.#known.clear();
	}
}
