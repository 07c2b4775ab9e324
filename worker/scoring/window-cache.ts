// What the model said of windows already run, by window content and question: an edit, or a chat that
// grows by a turn, runs only the windows that changed, and going back to an earlier question runs none.
import type { ScoredWindow, TokenScores } from "../../src/bridge/worker-interface.ts";

/** Bytes of keys and values kept, unless told otherwise: some 8,000 full windows, 5,500 with a question. */
const defaultBytes = 32 * 1024 * 1024;

/** Least recently used first out, bounded in bytes. */
export class WindowCache {
	/** Hears of every window that is stored, but not of those that were {@link restore}d. */
	onSet: (window: ScoredWindow) => void = () => {};
	readonly #entries = new Map<string, TokenScores>();
	readonly #limit: number;
	#bytes = 0;

	constructor(limitInBytes = defaultBytes) {
		this.#limit = limitInBytes;
	}

	/**
	 * What is stored for exactly these token ids.
	 *
	 * @param question token ids of the question read with them; none: no question.
	 */
	get(ids: Uint32Array, question: Uint32Array): TokenScores | undefined {
		const key = keyOf(ids, question);
		const found = this.#entries.get(key);
		if (found) {
			// A Map iterates in insertion order, so moving an entry to its end marks it as recent.
			this.#entries.delete(key);
			this.#entries.set(key, found);
		}
		return found;
	}

	set(ids: Uint32Array, question: Uint32Array, scores: TokenScores): void {
		const window = { key: keyOf(ids, question), scores };
		this.restore(window);
		this.onSet(window);
	}

	/** Stores what another worker's cache has said. */
	restore({ key, scores }: ScoredWindow): void {
		this.#remove(key);
		this.#entries.set(key, scores);
		this.#bytes += cost(key, scores);
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

/** The question's length says where it ends: no window's own ids can pass for a question. */
function keyOf(ids: Uint32Array, question: Uint32Array): string {
	return String.fromCharCode(question.length) + contentOf(question) + contentOf(ids);
}

/** The ids themselves, two code units each: exact, unlike a hash. */
function contentOf(ids: Uint32Array): string {
	return String.fromCharCode(...new Uint16Array(ids.buffer, ids.byteOffset, 2 * ids.length));
}

function cost(key: string, { keepProbability, relevance }: TokenScores): number {
	return 2 * key.length + keepProbability.byteLength + (relevance?.byteLength ?? 0);
}
