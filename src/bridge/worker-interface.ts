// What the main thread may ask of the worker. Everything that crosses is defined here.
import type { CompatRequest, CompatScores } from "../core/compat/wire.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { Device, Warning } from "../core/result.ts";
import type { WordTable } from "../core/word-table.ts";
import type { FileUrls, LocatedModel, SelfTest } from "../models/model-spec.ts";

export interface LoadRequest {
	readonly model: LocatedModel;
	/** The one device this worker tries; a failed session spoils later ones, so each candidate gets a fresh worker. */
	readonly device: Device;
	/** At most so many wasm threads. Default: as many as help. */
	readonly threads?: number | undefined;
	/** Absolute URL of the folder that holds the wasm files, with a trailing slash. */
	readonly wasmUrl: string;
	/** Files that lie elsewhere: name below `wasmUrl` → absolute URL. */
	readonly wasmFiles?: FileUrls | undefined;
}

/** What `load` answers: which model runs, where and why there. */
export interface ModelInfo {
	/** The model's id: `"embedded"`, or that of the {@link ModelSpec}. */
	readonly model: string;
	/** That of the model's files, as its manifest names it. */
	readonly version?: string;
	/**
	 * ISO 639-1 codes of the languages that it reads, by its own training or its base model's. Absent where nobody has
	 * said; else a text in another carries the warning `unsupported-language`.
	 */
	readonly languages?: readonly string[];
	/** Where it runs. */
	readonly device: Device;
	/** Data type of the weights, e.g. `"int8"`. */
	readonly dtype: string;
	/** Wasm threads; 1 on WebGPU. */
	readonly threads: number;
	/** Why this device and not another, in one sentence. */
	readonly reason?: string;
	/** Bytes of model and tokenizer files. */
	readonly bytes: number;
	/** Milliseconds from the first request to the end of the self-test, on the device that was taken. */
	readonly loadMs: number;
	/** Longest question that is read whole, in the model's tokens. Absent when the model reads none. */
	readonly questionTokens?: number;
}

/** What is scored: a text, and what will be asked about it. */
export interface ScoreInput {
	readonly text: string;
	/** Not blank; absent: no question. */
	readonly question?: string | undefined;
	/** In place of all this: score these texts as the reference does. */
	readonly compat?: CompatRequest | undefined;
}

export interface ScoreRequest extends ScoreInput {
	/** Named by the caller so that `cancel` can name it too. */
	readonly jobId: number;
	/** What an earlier worker already said of some windows of this input: they do not run again. */
	readonly known?: readonly ScoredWindow[];
}

/** What the model says of tokens, one entry a token. */
export interface TokenScores {
	/** 0–1: what an LLM needs, whatever it is asked. */
	readonly keepProbability: Float32Array;
	/** 0–1: what the question needs. Absent where it was not asked for. */
	readonly relevance?: Float32Array | undefined;
}

/** A window that the model has run, for a fresh worker should this one fail. */
export interface ScoredWindow {
	/** The window's content and its question, as the worker's cache names them. */
	readonly key: string;
	readonly scores: TokenScores;
}

/** What is heard while a text is scored. */
export type ScoreEvent = ProgressEvent | ({ readonly stage: "window" } & ScoredWindow);

/** How fast a device is, and what it answers. */
export interface Measurement {
	/** Milliseconds for a warm window of the model's full length. */
	readonly windowMs: number;
	/** What it said of that window, in the form of a self-test for another device. */
	readonly answers: SelfTest;
}

/** Answer to a score request; its arrays are transferred. */
export interface ScoreResponse {
	readonly words: WordTable;
	/** Windows in the text, and how many of them the model really ran (the rest came from the cache). */
	readonly windows: number;
	readonly windowsRun: number;
	/** About the question; every result of the text repeats them. */
	readonly warnings: readonly Warning[];
	/** Answer to `compat`; `words` is empty then. */
	readonly compat?: CompatScores;
}

/** Posted beside comlink's messages as a sign of life (see watchdog.ts). */
export interface BeatMessage {
	readonly promptsieveBeat: true;
	/** Milliseconds in which the next sign comes, if all is well. Default: those of `workerTimeoutMs`. */
	readonly nextWithin?: number;
}

/** Posted beside comlink's messages once the worker holds its life lock, of this name (see life-lock.ts). */
export interface AliveMessage {
	readonly promptsieveLock: string;
}

/** Progress is pushed as it happens; the façade throttles nothing. */
export type ProgressListener = (event: ProgressEvent) => void;

export interface SieveWorker {
	load(request: LoadRequest, onProgress: ProgressListener): Promise<ModelInfo>;
	/**
	 * Times a full window. A model without stored decisions is tried on `reference`, which is what another device
	 * answered to the same.
	 *
	 * @throws CompressorError "no-device" where the decisions differ.
	 */
	measure(reference?: SelfTest): Promise<Measurement>;
	score(request: ScoreRequest, onEvent: (event: ScoreEvent) => void): Promise<ScoreResponse>;
	/** Ends a score before its next window; that score rejects with code `"aborted"`. Unknown ids are ignored. */
	cancel(jobId: number): void;
}
