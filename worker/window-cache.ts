// Keep probabilities of windows already run, by window content: an edit, or a chat that grows by a
// turn, runs only the windows that changed.

/** Bytes of keys and values kept, unless told otherwise: some 8,000 full windows. */
const defaultBytes = 32 * 1024 * 1024;

/** Least recently used first out, bounded in bytes. */
export class WindowCache {
	readonly #entries = new Map<string, Float32Array>();
	readonly #limit: number;
	#bytes = 0;

	constructor(limitInBytes = defaultBytes) {
		this.#limit = limitInBytes;
	}

	/** The probabilities stored for exactly these token ids. */
	get(ids: Uint32Array): Float32Array | undefined {
		const key = contentKey(ids);
		const found = this.#entries.get(key);
		if (found) {
			// A Map iterates in insertion order, so moving an entry to its end marks it as recent.
			this.#entries.delete(key);
			this.#entries.set(key, found);
		}
		return found;
	}

	set(ids: Uint32Array, keepProbability: Float32Array): void {
		const key = contentKey(ids);
		this.#remove(key);
		this.#entries.set(key, keepProbability);
		this.#bytes += cost(key, keepProbability);
		for (const oldest of this.#entries.keys()) {
			if (this.#bytes <= this.#limit) break;
			this.#remove(oldest);
		}
	}

	#remove(key: string): void {
		const found = this.#entries.get(key);
		if (!found) return;
		this.#bytes -= cost(key, found);
		this.#entries.delete(key);
	}
}

/** The ids themselves, two code units each: exact, unlike a hash. */
function contentKey(ids: Uint32Array): string {
	return String.fromCharCode(...new Uint16Array(ids.buffer, ids.byteOffset, 2 * ids.length));
}

function cost(key: string, keepProbability: Float32Array): number {
	return 2 * key.length + keepProbability.byteLength;
}
