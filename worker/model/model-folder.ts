// What a model's folder holds, whoever laid it out: which files to load, and how the graph is asked. own-folder.ts and
// hub-folder.ts find it out, load-model.ts loads it.
import type { ModelManifest } from "../../src/models/model-spec.ts";
import type { WantedFile } from "../files/load-files.ts";

/** How windows are laid out for the model; `selfTest` is there if answers are stored to try a device on. */
export type ModelFrame = Pick<ModelManifest, "maxTokens" | "bos" | "eos" | "pad" | "question"> &
	Partial<Pick<ModelManifest, "windowTokens" | "selfTest" | "version">>;

/** A file with its path below the folder. */
export interface FolderFile extends WantedFile {
	readonly name: string;
}

export interface ModelFolder {
	/** The graph; where a folder does not say which, the first of these that is there. */
	readonly graphs: readonly FolderFile[];
	/** Data type of the graph's weights. */
	readonly dtype: string;
	/** Files with the graph's weights; undefined: what the graph itself names. */
	readonly externalData: readonly FolderFile[] | undefined;
	readonly tokenizer: FolderFile;
	/** Stored answers to try a device on. Absent: one window is run, and its answers must be probabilities. */
	readonly selfTest?: FolderFile;
	/** Languages that the model reads, where the folder says. */
	readonly languages?: readonly string[] | undefined;
	/** Of a graph that answers `logits`: which label means "keep". */
	readonly keepLabel?: number;
	/**
	 * The frame, once the tokenizer is there.
	 *
	 * @throws CompressorError "model-load-failed" where tokenizer and model do not belong together.
	 */
	readonly frame: (tokenizer: ReadTokenizer) => ModelFrame;
}

/** The parsed tokenizer.json, and what was made of it. */
export interface ReadTokenizer {
	readonly json: unknown;
	readonly family: string;
	readonly idCount: number;
}

/** A file of the folder by its path. */
export type Locate = (name: string) => FolderFile;
