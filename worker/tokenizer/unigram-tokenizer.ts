// The Unigram family (XLM-R and its kin): added tokens out, the rest normalized, cut into pieces, and each piece
// into tokens. Ported from the Rust crate `tokenizers` 0.23, because npm's @huggingface/tokenizers gives no
// offsets, only nearly applies the charsmap, and is slow on long pieces.
import { AddedTokens, idCount } from "./added-tokens.ts";
import type { AlignedText } from "./aligned-text.ts";
import { Normalizer } from "./normalizer.ts";
import { PieceCache } from "./piece-cache.ts";
import { type Piece, splitPieces } from "./pieces.ts";
import type { Speller } from "./speller.ts";
import { joinTables, type SpelledTokens, TokenList, type TokenTable } from "./token-table.ts";
import type { TokenizerFile } from "./tokenizer-file.ts";
import { Unigram } from "./unigram.ts";

export class UnigramTokenizer {
	readonly family = "xlm-r";
	readonly idCount: number;
	readonly #file: TokenizerFile;
	readonly #addedTokens: AddedTokens;
	readonly #normalizer: Normalizer;
	readonly #cache: PieceCache;
	readonly #isSpelled: boolean;

	/** @param like whose vocabulary to share, to spell the same tokens and those that `added` has */
	constructor(file: TokenizerFile, like?: UnigramTokenizer, added: readonly string[] = []) {
		const tokens = new AddedTokens(file.addedTokens);
		this.#file = file;
		this.idCount = idCount([file.vocabulary.pieces.length - 1], file.addedTokens);
		this.#addedTokens = like ? tokens.with(added, file.vocabulary.unk) : tokens;
		this.#normalizer = like ? like.#normalizer : new Normalizer(file);
		this.#cache = like ? like.#cache : cacheOf(file);
		this.#isSpelled = like !== undefined;
	}

	tokenize(text: string): TokenTable {
		return joinTables([...this.#allBlocks(text, (at) => at)]);
	}

	blocks(text: string): Generator<TokenTable, undefined> {
		return this.#allBlocks(text, (at) => this.#normalizer.skipRemoved(text, at));
	}

	speller(added: readonly string[]): Speller {
		const { unk, pieces } = this.#file.vocabulary;
		const spelled = new UnigramTokenizer(this.#file, this, added);
		const unknown = { id: unk, spelling: pieces[unk]?.[0] ?? "" };
		return {
			family: "xlm-r",
			unknown,
			// The reference puts BERT's marks there, which this vocabulary lacks.
			before: unknown,
			after: unknown,
			blocks: (text) => spelled.#allBlocks(text, (at) => spelled.#normalizer.skipRemoved(text, at)),
		};
	}

	/** @param begin where to begin a stretch of text between added tokens that lies at `at`. */
	*#allBlocks(text: string, begin: (at: number) => number): Generator<SpelledTokens, undefined> {
		for (const stretch of this.#addedTokens.split(text)) {
			if (stretch.tokens) yield stretch.tokens;
			else yield* this.#textBlocks(text, begin(stretch.from), stretch.to, begin(0));
		}
	}

	/** Tokens of `text[from, to)`, which holds no added token. */
	*#textBlocks(text: string, from: number, to: number, origin: number): Generator<SpelledTokens, undefined> {
		for (const aligned of this.#normalizer.normalize(text, from, to)) {
			const list = new TokenList(this.#isSpelled);
			for (const piece of splitPieces(aligned, this.#file, origin)) {
				this.#addTokens(list, aligned, piece);
			}
			yield list.toTable();
		}
	}

	#addTokens(list: TokenList, aligned: AlignedText, piece: Piece): void {
		const tokens = this.#cache.get(piece.text);
		const from = piece.prepended ? piece.from - 1 : piece.from;
		let at = from;
		for (let index = 0; index < tokens.length; index += 2) {
			const next = at + (tokens[index + 1] ?? 0);
			// A "▁" that was put in shares the range of the unit after it.
			const first = Math.max(at, piece.from);
			const last = Math.max(next - 1, piece.from);
			list.push(tokens[index] ?? 0, aligned.start[first] ?? 0, aligned.end[last] ?? 0);
			list.spelling?.push(piece.text.slice(at - from, next - from));
			at = next;
		}
	}
}

function cacheOf({ vocabulary }: TokenizerFile): PieceCache {
	const unigram = new Unigram(vocabulary);
	return new PieceCache((piece) => unigram.encode(piece));
}
