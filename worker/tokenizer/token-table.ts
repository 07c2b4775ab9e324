// Tokens of a text as parallel arrays, and the list that they are gathered in.

/** Tokens in text order, without the special tokens that begin and end a window. Arrays of the same length. */
export interface TokenTable {
	readonly id: Uint32Array;
	/**
	 * Half-open ranges `[start, end)` in UTF-16 code units of the source, ascending. A token takes in the space
	 * before it; neighbours overlap where one source character gave several tokens.
	 */
	readonly start: Uint32Array;
	readonly end: Uint32Array;
}

/** Tokens with the strings that Python's `tokenize` gives: of a known one its piece, else its characters. */
export interface SpelledTokens extends TokenTable {
	/** Only of a `Speller`'s tables. */
	readonly spelling?: readonly string[];
}

/** Gathers the tokens of one block. */
export class TokenList {
	/** One a token, where the list was asked for them. */
	readonly spelling: string[] | undefined;
	readonly #id: number[] = [];
	readonly #start: number[] = [];
	readonly #end: number[] = [];

	constructor(isSpelled = false) {
		this.spelling = isSpelled ? [] : undefined;
	}

	push(id: number, start: number, end: number): void {
		this.#id.push(id);
		this.#start.push(start);
		this.#end.push(end);
	}

	toTable(): SpelledTokens {
		return {
			id: Uint32Array.from(this.#id),
			start: Uint32Array.from(this.#start),
			end: Uint32Array.from(this.#end),
			...(this.spelling && { spelling: this.spelling }),
		};
	}
}

/** Puts the tables of a text's blocks together. */
export function joinTables(tables: readonly TokenTable[]): TokenTable {
	const [only] = tables;
	if (only && tables.length === 1) return only;
	const length = tables.reduce((sum, table) => sum + table.id.length, 0);
	const joined = {
		id: new Uint32Array(length),
		start: new Uint32Array(length),
		end: new Uint32Array(length),
	};
	let at = 0;
	for (const table of tables) {
		joined.id.set(table.id, at);
		joined.start.set(table.start, at);
		joined.end.set(table.end, at);
		at += table.id.length;
	}
	return joined;
}
