// Elements that ask for the same model, device and files share one compressor: counted, and disposed of a while after
// the last of them has gone, so that an element which only moves in the page does not load anew.
import type { ModelInfo, ProgressListener } from "../bridge/worker-interface.ts";
import type { CompressorOptions } from "../compressor/compressor-options.ts";
import { JobQueue } from "../compressor/job-queue.ts";
import type { ScoredText } from "../compressor/scored-text.ts";
import { createCompressor } from "../compressor.ts";
import type { ProgressEvent } from "../core/progress.ts";
import type { CompressorChoice } from "./attributes.ts";
import type { ElementCompressor, Lease, SignalledScore } from "./lease.ts";

interface DisposableCompressor extends ElementCompressor {
	dispose(): Promise<void>;
}

export type CreateCompressor = (options: CompressorOptions) => Promise<DisposableCompressor>;

/** How long nobody may use a compressor before it is disposed of, in milliseconds. */
const lingering = 30_000;

/** One compressor and those who use it. */
class Shared {
	users = 0;
	timer: ReturnType<typeof setTimeout> | undefined;
	readonly #create: () => Promise<DisposableCompressor>;
	readonly #loading = new Set<ProgressListener>();
	readonly #scoring = new JobQueue();
	#reader: ProgressListener | null = null;
	#compressor: Promise<DisposableCompressor> | null = null;

	constructor(create: CreateCompressor, options: CompressorOptions) {
		this.#create = () => create({ ...options, onProgress: (event) => this.#onProgress(event) });
	}

	async load(signal: AbortSignal, onProgress: ProgressListener): Promise<ModelInfo> {
		this.#loading.add(onProgress);
		try {
			return await (await this.#open()).load({ signal });
		} finally {
			this.#loading.delete(onProgress);
		}
	}

	/** One text at a time, as the worker reads them: what it says of its progress then has one owner. */
	score(text: string, options: SignalledScore, onProgress: ProgressListener): Promise<ScoredText> {
		return this.#scoring.add(async () => {
			this.#reader = onProgress;
			try {
				return await (await this.#open()).score(text, options);
			} finally {
				this.#reader = null;
			}
		}, options.signal);
	}

	async dispose(): Promise<void> {
		await (await this.#compressor)?.dispose();
	}

	async #open(): Promise<DisposableCompressor> {
		this.#compressor ??= this.#create();
		try {
			return await this.#compressor;
		} catch (error) {
			// The next call tries again.
			this.#compressor = null;
			throw error;
		}
	}

	#onProgress(event: ProgressEvent): void {
		if (event.stage === "score") this.#reader?.(event);
		else for (const listener of this.#loading) listener(event);
	}
}

export class SharedCompressors {
	readonly #create: CreateCompressor;
	readonly #linger: number;
	readonly #shared = new Map<string, Shared>();

	/** @param linger milliseconds from the last release to the disposal */
	constructor(create: CreateCompressor, linger = lingering) {
		this.#create = create;
		this.#linger = linger;
	}

	/**
	 * A share in the compressor of this choice. Creates nothing before the lease is used.
	 *
	 * @param onProgress hears of downloads and warm-up while this lease waits for them, and of its own texts' windows
	 */
	acquire(choice: CompressorChoice, onProgress: ProgressListener): Lease {
		const key = JSON.stringify([choice.model, choice.device, choice.assetsUrl]);
		const shared = this.#shared.get(key) ?? new Shared(this.#create, choice);
		this.#shared.set(key, shared);
		shared.users++;
		clearTimeout(shared.timer);
		let released = false;
		return {
			load: (signal) => shared.load(signal, onProgress),
			score: (text, options) => shared.score(text, options, onProgress),
			release: () => {
				if (released) return;
				released = true;
				if (--shared.users === 0) shared.timer = setTimeout(() => this.#end(key, shared), this.#linger);
			},
		};
	}

	#end(key: string, shared: Shared): void {
		this.#shared.delete(key);
		shared.dispose().catch(() => {
			// It never came into being: nothing to dispose of.
		});
	}
}

/** The page's own. */
export const sharedCompressors = new SharedCompressors(async (options) => createCompressor(options));
