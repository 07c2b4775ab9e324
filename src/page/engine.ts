// What reads the page's text: the model that answers, and the one that will take over once it is loaded. Asked to score
// when the text rests. Everything that can be seen of it is in the observables.

import type { ScoreInput } from "../bridge/worker-interface.ts";
import type { ScoredText } from "../index.ts";
import type { ModelChoice } from "./model-choice.ts";
import { ModelSlot } from "./model-slot.ts";
import type { ModelState } from "./model-state.ts";
import { type Observable, observable } from "./observable.ts";

/** The model that was chosen and does not answer yet. */
export interface Incoming {
	readonly choice: ModelChoice;
	/** Never "ready": it answers then. "unloaded" while it waits for the one that answers until then. */
	readonly state: ModelState;
}

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
	/** How far the model is that answers. */
	readonly model: Observable<ModelState> = observable<ModelState>({ kind: "unloaded" });
	/** `null` when the model that was chosen answers. */
	readonly incoming: Observable<Incoming | null> = observable<Incoming | null>(null);
	readonly state: Observable<ScoreState> = observable<ScoreState>({ kind: "idle" });
	/** The last scoring that ended well; `null` when there is none or the text was emptied. */
	readonly latest: Observable<Scored | null> = observable<Scored | null>(null);

	/** At first the embedded one, whatever was chosen: it is there at once. */
	#answering: ModelSlot;
	#next: ModelSlot | null = null;
	#timer = 0;
	#running: AbortController | null = null;
	#input: ScoreInput | null = null;

	constructor() {
		this.#answering = this.#slot("embedded");
	}

	/** The model that answers. */
	get answering(): ModelChoice {
		return this.#answering.choice;
	}

	/** Loads the model ahead of the first text. Failures end in `model`. */
	async load(): Promise<void> {
		const slot = this.#answering;
		await slot.load();
		// The one that was chosen waits: its many bytes would else come before the few that answer at once.
		if (slot === this.#answering) void this.#bringIn();
	}

	/**
	 * From now on this model is to answer; until it is loaded, and if it can't be, the one that does now goes on. The
	 * same choice again loads one that failed. The choice that answers already ends the loading of any other.
	 */
	choose(choice: ModelChoice): void {
		if (choice === this.#next?.choice) {
			if (this.#next.state.value.kind === "failed") void this.#next.load();
			return;
		}
		void this.#next?.dispose();
		this.#next = null;
		if (choice !== this.#answering.choice) this.#next = this.#slot(choice);
		this.#tellIncoming();
		const { kind } = this.#answering.state.value;
		if (kind === "ready" || kind === "failed") void this.#bringIn();
	}

	/** Scores `input` after `delay` milliseconds in which no other call came; ends the running scoring at once. */
	schedule(input: ScoreInput, delay: number): void {
		this.#stop();
		this.#input = input;
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
			const compressor = await this.#answering.open();
			const { text, question } = input;
			// A question kept from a time with another model must not stop this one.
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

	async #bringIn(): Promise<void> {
		const next = this.#next;
		if (next === null || next.state.value.kind !== "unloaded") return;
		await next.load();
	}

	/** The model that was chosen is ready: it reads the text again, and what it says replaces what there was. */
	#takeOver(next: ModelSlot): void {
		const before = this.#answering;
		this.#answering = next;
		this.#next = null;
		this.model.set(next.state.value);
		this.#tellIncoming();
		// A scoring that the person has ended stays ended.
		if (this.#input !== null && this.state.value.kind !== "cancelled") this.schedule(this.#input, 0);
		void before.dispose();
	}

	#slot(choice: ModelChoice): ModelSlot {
		const slot: ModelSlot = new ModelSlot(choice, (done, total) => {
			if (slot !== this.#answering || this.#running === null || this.model.value.kind !== "ready") return;
			this.state.set({ kind: "scoring", done, total });
		});
		slot.state.subscribe((state) => {
			if (slot === this.#answering) this.model.set(state);
			else if (slot === this.#next && state.kind === "ready") this.#takeOver(slot);
			else if (slot === this.#next) this.#tellIncoming();
		});
		return slot;
	}

	#tellIncoming(): void {
		const next = this.#next;
		this.incoming.set(next && { choice: next.choice, state: next.state.value });
	}
}
