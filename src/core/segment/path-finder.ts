// Looks for file paths in one token, so that a token of megabytes without any (base64, minified code) stays cheap.
import { pathEnd } from "./segment-path.ts";

/** After so many places in one token where no path began, none is looked for in the rest of it. */
const mostMisses = 500;

/** Finds paths at ascending places of a token, which ends at `end` and holds no white space. */
export class PathFinder {
	readonly #text: string;
	readonly #end: number;
	/** The first full stop from the place looked at last. */
	#dot = -1;
	#misses = 0;

	constructor(text: string, end: number) {
		this.#text = text;
		this.#end = end;
	}

	/** The end of the path that begins at `start`, or 0. */
	endAt(start: number): number {
		if (this.#misses >= mostMisses) return 0;
		if (this.#dot < start) this.#dot = this.#nextDot(start);
		const end = pathEnd(this.#text, start, this.#dot);
		if (end === 0) this.#misses++;
		return end;
	}

	/** The first full stop from `start`; infinite if the token has none. */
	#nextDot(start: number): number {
		for (let at = start; at < this.#end; at++) if (this.#text.charCodeAt(at) === 0x2e) return at;
		return Number.POSITIVE_INFINITY;
	}
}
