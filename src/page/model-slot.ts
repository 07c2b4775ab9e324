// One model of the page: its compressor, made at its first load, and how far that is. The engine has one that answers
// and, for a while, one that will.
import type { ProgressEvent } from "../core/progress.ts";
import type { Compressor } from "../index.ts";
import { runtimeFiles } from "../models/runtime-files.ts";
import { filesOf, type ModelChoice, modelOption } from "./model-choice.ts";
import type { ModelState } from "./model-state.ts";
import { type Observable, observable } from "./observable.ts";

/** The runtime is a part of the page, and loaded already where another model answers. */
const runtimeNames = new Set(Object.values(runtimeFiles).map(({ wasm }) => wasm.file));

interface Bytes {
	readonly loaded: number;
	readonly total: number;
}

function nameIn(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

export class ModelSlot {
	readonly choice: ModelChoice;
	readonly state: Observable<ModelState> = observable<ModelState>({ kind: "unloaded" });
	readonly #onWindow: (done: number, total: number) => void;
	readonly #files = new Map<string, Bytes>();
	#compressor: Promise<Compressor> | null = null;
	#loading = Promise.resolve();
	#isDisposed = false;

	/** @param onWindow hears of the windows scored */
	constructor(choice: ModelChoice, onWindow: (done: number, total: number) => void) {
		this.choice = choice;
		this.#onWindow = onWindow;
	}

	/** Loads the model unless it is loaded; one that is on its way is waited for. Failures end in `state`. */
	load(): Promise<void> {
		const { kind } = this.state.value;
		if (kind === "unloaded" || kind === "failed") this.#loading = this.#load();
		return this.#loading;
	}

	async #load(): Promise<void> {
		this.#files.clear();
		if (this.choice !== "embedded") this.#expect();
		this.state.set(this.#sum());
		try {
			const compressor = await this.open();
			const info = await compressor.load();
			if (!this.#isDisposed) this.state.set({ kind: "ready", info });
		} catch (error) {
			if (!this.#isDisposed) this.state.set({ kind: "failed", error });
		}
	}

	open(): Promise<Compressor> {
		this.#compressor ??= import("../index.ts").then(
			({ createCompressor }) =>
				createCompressor({
					model: modelOption(this.choice),
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

	/** Ends its worker, and a download that is under way. Its state stays what it was. */
	async dispose(): Promise<void> {
		this.#isDisposed = true;
		const compressor = await this.#compressor?.catch(() => undefined);
		await compressor?.dispose();
	}

	/** The sizes known beforehand stand for files whose own size is not heard of yet. */
	#expect(): void {
		for (const { file, bytes, approximateBytes } of filesOf(this.choice)) {
			const total = bytes ?? approximateBytes ?? 0;
			this.#files.set(nameIn(file), { loaded: 0, total });
		}
	}

	#onProgress(event: ProgressEvent): void {
		if (this.#isDisposed) return;
		const { kind } = this.state.value;
		if (event.stage === "score") this.#onWindow(event.done, event.total);
		// One file that failed ends the loading; the others may still be on their way then.
		else if (kind !== "downloading" && kind !== "warm-up") return;
		else if (event.stage === "warm-up") this.state.set({ kind: "warm-up" });
		else if (this.choice === "embedded" || !runtimeNames.has(event.file)) {
			this.#files.set(nameIn(event.file), event);
			this.state.set(this.#sum());
		}
	}

	#sum(): ModelState {
		const files = [...this.#files.values()];
		const sum = (of: (bytes: Bytes) => number) => files.reduce((all, each) => all + of(each), 0);
		return { kind: "downloading", loaded: sum(({ loaded }) => loaded), total: sum(({ total }) => total) };
	}
}
