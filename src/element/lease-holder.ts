// The compressor that an element works with: its share in the page's own, or the one that its host gave it.
import type { ProgressListener } from "../bridge/worker-interface.ts";
import type { CompressorChoice } from "./attributes.ts";
import { type ElementCompressor, type Lease, leaseOf } from "./lease.ts";
import { sharedLease } from "./shared-lease.ts";

export class LeaseHolder {
	readonly #onProgress: ProgressListener;
	#own: ElementCompressor | null = null;
	#lease: Lease | null = null;

	/** @param onProgress hears of this element's share of the work; of a host's own compressor nothing */
	constructor(onProgress: ProgressListener) {
		this.#onProgress = onProgress;
	}

	/** The host's own; null: the page's is used. */
	get own(): ElementCompressor | null {
		return this.#own;
	}
	set own(compressor: ElementCompressor | null) {
		if (compressor === this.#own) return;
		this.#own = compressor;
		this.release();
	}

	/** The same one until it is released. */
	lease(choice: CompressorChoice): Lease {
		this.#lease ??= this.#own === null ? sharedLease(choice, this.#onProgress) : leaseOf(this.#own);
		return this.#lease;
	}

	release(): void {
		this.#lease?.release();
		this.#lease = null;
	}
}
