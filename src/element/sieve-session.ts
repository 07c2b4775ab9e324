// One element's work: its text, the scoring that runs, the latest scores and what was selected from them. Knows no DOM.
import type { ModelInfo } from "../bridge/worker-interface.ts";
import { raceAbort, throwIfAborted } from "../compressor/abort.ts";
import { CompressorError } from "../core/error.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { CompressResult } from "../core/result.ts";
import type { Amount } from "./attributes.ts";
import { type Draft, emptyDraft, typed } from "./draft.ts";
import type { Lease, SelectableText } from "./lease.ts";

export type Phase =
	| { readonly kind: "idle" }
	/** Bytes of all files seen so far; a total of 0 is not known yet. */
	| { readonly kind: "loading"; readonly loaded: number; readonly total: number }
	| { readonly kind: "starting" }
	/** Windows of the text. */
	| { readonly kind: "reading"; readonly done: number; readonly total: number }
	| { readonly kind: "failed"; readonly error: CompressorError };

export interface SessionState {
	readonly draft: Draft;
	readonly phase: Phase;
	/** The latest result, be it of the text and question as they are or of earlier ones. */
	readonly latest: CompressResult | null;
	/** The text that `latest` was selected from. */
	readonly latestSource: string;
	/** `latest` belongs to the text and question as they are. */
	readonly isFresh: boolean;
	readonly isWorking: boolean;
}

/** What hears of a session. Every method is called after the session's own fields have changed. */
export interface SessionListener {
	onChange(): void;
	onLoad(info: ModelInfo): void;
	onProgress(event: ProgressEvent): void;
	/** @param rescored whether the model read the text for it, or only the amount is new */
	onResult(result: CompressResult, source: string, rescored: boolean): void;
	onError(error: CompressorError): void;
}

const idle: Phase = { kind: "idle" };

export class SieveSession {
	readonly #listener: SessionListener;
	#draft = emptyDraft;
	#phase: Phase = idle;
	#scored: SelectableText | null = null;
	#question: string | undefined;
	#amount: Amount;
	#latest: CompressResult | null = null;
	/** Another compressor's, or of another amount: it stays in sight, and is the result of nothing. */
	#isOutdated = false;
	#running: AbortController | null = null;
	#loaded: Lease | null = null;
	readonly #files = new Map<string, { readonly loaded: number; readonly total: number }>();

	constructor(amount: Amount, listener: SessionListener) {
		this.#amount = amount;
		this.#listener = listener;
	}

	/** What the view is painted from. */
	get state(): SessionState {
		return {
			draft: this.#draft,
			phase: this.#phase,
			latest: this.#latest,
			latestSource: this.#scored?.text ?? "",
			isFresh: this.isFresh,
			isWorking: this.#running !== null,
		};
	}

	get draft(): Draft {
		return this.#draft;
	}

	get phase(): Phase {
		return this.#phase;
	}

	/** The result of the text and question as they are now. */
	get result(): CompressResult | null {
		return this.isFresh ? this.#latest : null;
	}

	get isFresh(): boolean {
		return (
			!this.#isOutdated &&
			this.#scored !== null &&
			this.#scored.text === this.#draft.source &&
			this.#scored.question === this.#question
		);
	}

	/** The field's text is `text` now. Says whether that makes another source. */
	type(text: string): boolean {
		return this.become(typed(this.#draft, text));
	}

	/** Another source ends the scoring of the earlier one. Says whether it is another. */
	become(draft: Draft): boolean {
		const isOther = draft.source !== this.#draft.source;
		if (draft === this.#draft) return false;
		this.#draft = draft;
		if (isOther) this.#stop();
		this.#listener.onChange();
		return isOther;
	}

	ask(question: string | undefined): void {
		if (question === this.#question) return;
		this.#question = question;
		this.#stop();
		this.#listener.onChange();
	}

	/** Another compressor will read the text: ends what the earlier one does, and its result is none any more. */
	outdate(): void {
		this.#isOutdated = true;
		this.#stop();
		this.#listener.onChange();
	}

	/** Selects anew from the scores there are. */
	keep(amount: Amount): void {
		this.#amount = amount;
		if (this.#scored === null || !this.isFresh) return;
		try {
			this.#select(this.#scored, false);
		} catch (reason) {
			this.#isOutdated = true;
			this.#fail(asCompressorError(reason));
		}
	}

	/**
	 * Scores the text and selects from it. Ends the scoring before it.
	 *
	 * @throws CompressorError any code; the listener has heard of it, but for "aborted"
	 */
	async compress(lease: Lease): Promise<CompressResult> {
		this.#stop();
		const controller = new AbortController();
		const { signal } = controller;
		this.#running = controller;
		try {
			const scored = await raceAbort(this.#score(lease, signal), signal);
			this.#running = null;
			this.#phase = idle;
			return this.#select(scored, true);
		} catch (reason) {
			const error = asCompressorError(reason);
			if (!signal.aborted) this.#fail(error);
			throw error;
		}
	}

	/** Ends the scoring that runs; the text and the latest result stay. */
	cancel(): void {
		this.#stop();
		this.#listener.onChange();
	}

	/** For the lease's listener. */
	progress(event: ProgressEvent): void {
		if (this.#running === null) return;
		this.#phase = this.#phaseOf(event);
		this.#listener.onProgress(event);
		this.#listener.onChange();
	}

	async #score(lease: Lease, signal: AbortSignal): Promise<SelectableText> {
		const { source } = this.#draft;
		const question = this.#question;
		// A text without a word needs no model.
		if (source.trim() !== "" && lease !== this.#loaded) await this.#load(lease, signal);
		this.#phase = { kind: "reading", done: 0, total: 0 };
		this.#listener.onChange();
		return lease.score(source, { signal, ...(question !== undefined && { question }) });
	}

	async #load(lease: Lease, signal: AbortSignal): Promise<void> {
		this.#files.clear();
		this.#phase = { kind: "loading", loaded: 0, total: 0 };
		this.#listener.onChange();
		const info = await lease.load(signal);
		throwIfAborted(signal);
		this.#loaded = lease;
		this.#listener.onLoad(info);
	}

	#select(scored: SelectableText, rescored: boolean): CompressResult {
		const amount = this.#amount;
		const result = scored.select(
			amount.kind === "rate" ? { rate: amount.rate } : { targetTokens: amount.tokens },
		);
		this.#scored = scored;
		this.#latest = result;
		this.#isOutdated = false;
		this.#listener.onResult(result, scored.text, rescored);
		this.#listener.onChange();
		return result;
	}

	#phaseOf(event: ProgressEvent): Phase {
		if (event.stage === "warm-up") return { kind: "starting" };
		if (event.stage === "score") return { kind: "reading", done: event.done, total: event.total };
		this.#files.set(event.file, event);
		const files = [...this.#files.values()];
		return {
			kind: "loading",
			loaded: files.reduce((sum, { loaded }) => sum + loaded, 0),
			total: files.reduce((sum, { total }) => sum + total, 0),
		};
	}

	#fail(error: CompressorError): void {
		this.#running = null;
		this.#phase = { kind: "failed", error };
		this.#listener.onError(error);
		this.#listener.onChange();
	}

	#stop(): void {
		this.#running?.abort();
		this.#running = null;
		this.#phase = idle;
	}
}

/** What a host's own compressor rejects with may be anything. */
function asCompressorError(reason: unknown): CompressorError {
	if (reason instanceof CompressorError) return reason;
	const message = reason instanceof Error ? reason.message : String(reason);
	return new CompressorError("worker-crashed", message, { cause: reason });
}
