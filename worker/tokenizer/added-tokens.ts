// Added tokens (`</s>`, `[MASK]`): found in the text before anything else happens to it, in both families alike.
import { asList, asObject, isIndex, unusable } from "./json-fields.ts";
import { type SpelledTokens, TokenList } from "./token-table.ts";

/** A token that is found in the text before anything else happens to it, such as `</s>`. */
export interface AddedToken {
	readonly id: number;
	readonly content: string;
	/** Whether it takes in the white space before, after it. */
	readonly lstrip: boolean;
	readonly rstrip: boolean;
}

/** A stretch of text between added tokens, or the tokens that an added one became. */
export type Stretch =
	| { readonly from: number; readonly to: number; readonly tokens?: undefined }
	| { readonly tokens: SpelledTokens };

/** @throws CompressorError "model-load-failed" that names what is unknown about them. */
export function readAddedTokens(json: unknown): AddedToken[] {
	return asList(json ?? [], "added_tokens").map((entry) => {
		const token = asObject(entry, "added_tokens");
		const { id, content, lstrip, rstrip } = token;
		if (!isIndex(id)) unusable("added_tokens: id", id);
		if (typeof content !== "string" || content === "") unusable("added_tokens: content", content);
		if (token.normalized === true) unusable(`added_tokens: normalized of ${content}`, true);
		if (token.single_word === true) unusable(`added_tokens: single_word of ${content}`, true);
		return { id, content, lstrip: lstrip === true, rstrip: rstrip === true };
	});
}

/** The highest of all ids, and one more. */
export function idCount(ids: Iterable<number>, added: readonly AddedToken[]): number {
	let highest = -1;
	for (const id of ids) highest = Math.max(highest, id);
	for (const { id } of added) highest = Math.max(highest, id);
	return highest + 1;
}

export class AddedTokens {
	readonly #list: readonly AddedToken[];
	readonly #byContent: ReadonlyMap<string, AddedToken>;
	readonly #pattern: RegExp | null;
	readonly #unknown: number;
	readonly #isSpelled: boolean;

	/** @param unknown the unknown token's id; given where tokens are to be spelled as Python spells them */
	constructor(list: readonly AddedToken[], unknown?: number) {
		this.#list = list;
		this.#byContent = new Map(list.map((token) => [token.content, token]));
		this.#pattern = patternOf(list);
		this.#unknown = unknown ?? 0;
		this.#isSpelled = unknown !== undefined;
	}

	/** These and more, which have the unknown token's id; all spelled. */
	with(contents: readonly string[], unknown: number): AddedTokens {
		const more = contents.map((content) => ({ id: unknown, content, lstrip: false, rstrip: false }));
		return new AddedTokens([...this.#list, ...more], unknown);
	}

	/** The text in order: added tokens, and what lies between them, which may be empty. */
	*split(text: string): Generator<Stretch, undefined> {
		let from = 0;
		for (const { token, index, end } of this.#find(text)) {
			yield { from, to: index };
			const list = new TokenList(this.#isSpelled);
			const spelling = text.slice(index, end);
			// Python spells it with the white space it takes in, and finds no such token when it looks that up.
			const isFound = !this.#isSpelled || spelling === token.content;
			list.push(isFound ? token.id : this.#unknown, index, end);
			list.spelling?.push(spelling);
			yield { tokens: list.toTable() };
			from = end;
		}
		yield { from, to: text.length };
	}

	/** The leftmost, of those the longest, with the white space that they take in. */
	*#find(text: string): Generator<{ token: AddedToken; index: number; end: number }, undefined> {
		if (!this.#pattern) return;
		const pattern = new RegExp(this.#pattern);
		let last = 0;
		for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
			const token = this.#byContent.get(match[0]);
			if (!token) continue;
			let { index } = match;
			let end = index + match[0].length;
			if (token.lstrip) while (index > last && isWhiteSpace(text, index - 1)) index--;
			if (token.rstrip) while (isWhiteSpace(text, end)) end++;
			yield { token, index, end };
			last = end;
		}
	}
}

function patternOf(tokens: readonly AddedToken[]): RegExp | null {
	if (tokens.length === 0) return null;
	const contents = tokens.map(({ content }) => content).sort((a, b) => b.length - a.length);
	return new RegExp(contents.map(escapePattern).join("|"), "gu");
}

/** A literal text as a pattern that matches only it. */
export function escapePattern(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function isWhiteSpace(text: string, index: number): boolean {
	return /\p{White_Space}/u.test(text.charAt(index));
}
