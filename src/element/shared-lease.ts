// An element's share in the page's own compressors. Their code, and the compressor's, is loaded when the lease is
// first used: a page on which nobody compresses anything never loads it.
import type { ProgressListener } from "../bridge/worker-interface.ts";
import { CompressorError } from "../core/error.ts";
import type { CompressorChoice } from "./attributes.ts";
import type { Lease } from "./lease.ts";

/** @param onProgress see `SharedCompressors.acquire` */
export function sharedLease(choice: CompressorChoice, onProgress: ProgressListener): Lease {
	let lease: Promise<Lease> | null = null;

	async function acquire(): Promise<Lease> {
		const { sharedCompressors } = await import("./shared-compressors.ts");
		return sharedCompressors.acquire(choice, onProgress);
	}

	async function open(): Promise<Lease> {
		lease ??= acquire();
		try {
			return await lease;
		} catch (cause) {
			// The next call tries again.
			lease = null;
			throw new CompressorError("model-load-failed", "The compressor's code could not be loaded.", { cause });
		}
	}

	return {
		load: async (signal) => (await open()).load(signal),
		score: async (text, options) => (await open()).score(text, options),
		release() {
			lease?.then(
				(opened) => opened.release(),
				() => {
					// It never came into being.
				},
			);
		},
	};
}
