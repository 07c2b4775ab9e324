// The page's one compressor: imported and created after the first paint, loaded once, asked to score
// when the text rests. Everything that can be seen of it is in the two observables.

import type { ModelInfo, ScoreInput } from "../bridge/worker-interface.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { Compressor, ScoredText } from "../index.ts";
import { type Observable, observable } from "./observable.ts";

export type ModelState =
	| { readonly kind: "unloaded" }
	| { readonly kind: "downloading"; readonly loaded: number; readonly total: number }
	| { readonly kind: "warm-up" }
	| { readonly kind: "ready"; readonly info: ModelInfo }
	| { readonly kind: "failed"; readonly error: unknown };

export type ScoreState =
	| { readonly kind: "idle" }
	/** Text or question changed and a scoring will follow, or waits for the model. */
	| { readonly kind: "waiting" }
	| { readonly kind: "scoring"; readonly done: number; readonly total: number }
	| { readonly kind: "scored" }
	| { readonly kind: "cancelled" }
	| { readonly kind: "failed"; readonly error: unknown };

/** The words then say every reason there may be; which of them counts is the settings' say at selection. */
const everyKind = { code: true, url: true, placeholder: true, markup: true, negation: true, number: true };

/** A scored text together with the text and the question that it was asked for. */
export interface Scored extends ScoreInput {
	readonly scored: ScoredText;
}

export class Engine {
	readonly model: Observable<ModelState> = observable<ModelState>({ kind: "unloaded" });
	readonly state: Observable<ScoreState> = observable<ScoreState>({ kind: "idle" });
	/** The last scoring that ended well; `null` when there is none or the text was emptied. */
	readonly latest: Observable<Scored | null> = observable<Scored | null>(null);

	#compressor: Promise<Compressor> | null = null;
	#timer = 0;
	#running: AbortController | null = null;
	readonly #files = new Map<string, { loaded: number; total: number }>();

	/** Loads the model ahead of the first text. Failures end in `model`. */
	async load(): Promise<void> {
		const kind = this.model.value.kind;
		if (kind !== "unloaded" && kind !== "failed") return;
		this.#files.clear();
		this.model.set({ kind: "downloading", loaded: 0, total: 0 });
		try {
			const compressor = await this.#open();
			this.model.set({ kind: "ready", info: await compressor.load() });
		} catch (error) {
			this.model.set({ kind: "failed", error });
		}
	}

	/** Scores `input` after `delay` milliseconds in which no other call came; ends the running scoring at once. */
	schedule(input: ScoreInput, delay: number): void {
		this.#stop();
		if (input.text === "") {
			this.latest.set(null);
			this.state.set({ kind: "idle" });
			return;
		}
		this.state.set({ kind: "waiting" });
		this.#timer = window.setTimeout(() => void this.#score(input), delay);
	}

	/** The person ends the scoring; the last result stays. */
	cancel(): void {
		this.#stop();
		this.state.set({ kind: "cancelled" });
	}

	#stop(): void {
		window.clearTimeout(this.#timer);
		this.#running?.abort();
		this.#running = null;
	}

	async #score(input: ScoreInput): Promise<void> {
		const controller = new AbortController();
		this.#running = controller;
		await this.load();
		if (this.#running !== controller) return;
		const model = this.model.value;
		if (model.kind === "failed") {
			this.state.set({ kind: "failed", error: model.error });
			return;
		}
		try {
			const compressor = await this.#open();
			const { text, question } = input;
			// A question kept from a visit with another model must not stop this one.
			const canAsk = model.kind === "ready" && model.info.questionTokens !== undefined;
			const scored = await compressor.score(text, {
				signal: controller.signal,
				protect: everyKind,
				...(canAsk && question !== undefined && { question }),
			});
			if (this.#running !== controller) return;
			this.latest.set({ ...input, scored });
			this.state.set({ kind: "scored" });
		} catch (error) {
			if (this.#running !== controller) return;
			this.state.set({ kind: "failed", error });
		}
	}

	#open(): Promise<Compressor> {
		this.#compressor ??= import("../index.ts").then(
			({ createCompressor }) =>
				createCompressor({
					assetsUrl: new URL("./", document.baseURI),
					onProgress: (event) => this.#onProgress(event),
				}),
			(error: unknown) => {
				this.#compressor = null;
				throw error;
			},
		);
		return this.#compressor;
	}

	#onProgress(event: ProgressEvent): void {
		const { kind } = this.model.value;
		if (event.stage === "score") {
			if (this.#running === null || kind !== "ready") return;
			this.state.set({ kind: "scoring", done: event.done, total: event.total });
		} else if (kind === "downloading" || kind === "warm-up") {
			// One file that failed ends the loading; the others may still be on their way then.
			this.model.set(event.stage === "warm-up" ? { kind: "warm-up" } : this.#downloaded(event));
		}
	}

	#downloaded({ file, loaded, total }: Extract<ProgressEvent, { stage: "download" }>): ModelState {
		this.#files.set(file, { loaded, total });
		const files = [...this.#files.values()];
		return {
			kind: "downloading",
			loaded: files.reduce((sum, each) => sum + each.loaded, 0),
			total: files.reduce((sum, each) => sum + each.total, 0),
		};
	}
}
