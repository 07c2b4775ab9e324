// The bytes of one file as they come, in one buffer and hashed on the way: a model of gigabytes is in memory once,
// and is not read a second time for its hash.
import { createSHA256, type IHasher } from "hash-wasm";

/**
 * From this size on the hash is made piece by piece. `crypto.subtle`, which is faster, copies what it is given, and
 * knows no pieces; below this that costs little.
 */
const hashedInPieces = 64 << 20;

/** Where the size isn't known; the buffer grows as it must. */
const firstSize = 1 << 16;

export class FileContent {
	readonly #size: number | undefined;
	readonly #wantsHash: boolean;
	#buffer = new Uint8Array(0);
	#length = 0;
	#hasher: IHasher | undefined;

	/** @param size in bytes, as far as it is known; `wantsHash`: whether `sha256` will be asked for. */
	constructor(size: number | undefined, wantsHash: boolean) {
		this.#size = size;
		this.#wantsHash = wantsHash;
	}

	/** Bytes that are there. */
	get length(): number {
		return this.#length;
	}

	/** @throws RangeError where the file does not fit into memory. */
	async append(chunk: Uint8Array, sizeHint = 0): Promise<void> {
		if (this.#length + chunk.length > this.#buffer.length) this.#grow(this.#length + chunk.length, sizeHint);
		if (this.#length === 0 && this.#wantsHash && this.#hashesInPieces()) this.#hasher = await createSHA256();
		this.#buffer.set(chunk, this.#length);
		this.#length += chunk.length;
		this.#hasher?.update(chunk);
	}

	/** Starts over; the buffer is used again. */
	reset(): void {
		this.#length = 0;
		this.#hasher = undefined;
	}

	/** A view, not a copy. */
	slice(start: number, end: number): Uint8Array<ArrayBuffer> {
		return this.#buffer.subarray(start, Math.min(end, this.#length));
	}

	/** All that is there; owns its buffer. */
	whole(): Uint8Array<ArrayBuffer> {
		if (this.#length !== this.#buffer.length) this.#buffer = this.#buffer.slice(0, this.#length);
		return this.#buffer;
	}

	/** Hex, of all that is there; to be called once, at the end. */
	async sha256(): Promise<string> {
		if (this.#hasher) return this.#hasher.digest("hex");
		if (globalThis.crypto?.subtle) return hex(await crypto.subtle.digest("SHA-256", this.whole()));
		return (await createSHA256()).update(this.whole()).digest("hex");
	}

	#hashesInPieces(): boolean {
		return this.#buffer.length >= hashedInPieces;
	}

	#grow(needed: number, sizeHint: number): void {
		// A hint is a server's word; what is known is not exceeded.
		const size = this.#length === 0 ? (this.#size ?? (sizeHint || firstSize)) : this.#buffer.length * 2;
		const larger = new Uint8Array(Math.max(size, needed));
		larger.set(this.#buffer.subarray(0, this.#length));
		this.#buffer = larger;
	}
}

function hex(digest: ArrayBuffer): string {
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
