// An engine with a model loaded, whatever runs it: a browser's page, a Python process, a Node process.
import type { EngineName } from "./result-shape.ts";

export interface OpenEngine {
	readonly engine: EngineName;
	readonly device: "wasm" | "cpu";
	readonly dtype: string;
	readonly threads: number;
	readonly loadSeconds: number;
	/** What the server sent for it so far; `null`: it reads from disk. */
	readonly downloadBytes: number | null;
	/** Compresses; resolves to seconds, measured where the engine runs. */
	compress(text: string, rate: number): Promise<number>;
	/** Highest growth of its process since before it loaded the model; `null` where the system doesn't tell. */
	peakBytes(): Promise<number | null>;
	close(): Promise<void>;
}

/** What is asked of an engine. */
export interface EngineRequest {
	/** Folder of the model below bench/.cache/models, or `"embedded"`: the file that ships. */
	readonly folder: string;
	readonly dtype: string;
	readonly threads: number;
}
