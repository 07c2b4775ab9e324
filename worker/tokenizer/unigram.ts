// The vocabulary and its best path: one piece of normalized text -> token ids. A port of the `Unigram` model
// (`encode_optimized`) of the Rust crate `tokenizers`: sums and comparisons come in its order, so that ties fall
// alike. npm's @huggingface/tokenizers builds a lattice of objects instead, and gives no lengths to align by.

/** A vocabulary as tokenizer.json has it: pieces with their log probabilities; ids are places in the list. */
export interface UnigramVocabulary {
	readonly pieces: readonly (readonly [piece: string, score: number])[];
	readonly unk: number;
}

/** Tokens of a piece, two numbers each: id, length in UTF-16 code units. The lengths add up to the piece's. */
export type PieceTokens = Uint32Array;

/** What the reference subtracts from the lowest score for a character that no piece covers. */
const unkPenalty = 10;

export class Unigram {
	readonly #unk: number;
	readonly #unkScore: number;
	readonly #scores: Float64Array;
	/** Id of the piece that ends at a trie node, -1 without. */
	readonly #idAt: Int32Array;
	/** The trie's edges, in an open hash table: key is node * 65,536 + code unit, 0 is a free slot. */
	readonly #keys: Float64Array;
	readonly #children: Int32Array;
	readonly #shift: number;

	constructor({ pieces, unk }: UnigramVocabulary) {
		const mostNodes = pieces.reduce((sum, [piece]) => sum + piece.length, 2);
		const bits = Math.ceil(Math.log2(1.5 * mostNodes));
		this.#shift = 32 - bits;
		this.#keys = new Float64Array(1 << bits);
		this.#children = new Int32Array(1 << bits);
		this.#idAt = new Int32Array(mostNodes).fill(-1);
		this.#scores = Float64Array.from(pieces, ([, score]) => score);
		this.#unk = unk;
		this.#unkScore = this.#scores.reduce((low, score) => Math.min(low, score), Infinity) - unkPenalty;
		this.#grow(pieces);
	}

	/** Adds every piece to the trie; of two equal pieces the later one counts. Node 1 is the root. */
	#grow(pieces: UnigramVocabulary["pieces"]): void {
		let nodes = 1;
		for (const [id, [piece]] of pieces.entries()) {
			let node = 1;
			for (let at = 0; at < piece.length; at++) {
				const unit = piece.charCodeAt(at);
				const slot = this.#slot(node, unit);
				if (this.#keys[slot] === 0) {
					this.#keys[slot] = node * 65_536 + unit;
					this.#children[slot] = ++nodes;
				}
				node = this.#children[slot] ?? 0;
			}
			this.#idAt[node] = id;
		}
	}

	/** The slot of an edge, or the free slot where it would go. */
	#slot(node: number, unit: number): number {
		const key = node * 65_536 + unit;
		let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> this.#shift;
		while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & (this.#keys.length - 1);
		return slot;
	}

	/**
	 * The most probable way to cut `text` into pieces. Neighbouring unknown characters are one token.
	 * Linear in the text's length: no piece is longer than the longest of the vocabulary.
	 */
	encode(text: string): PieceTokens {
		const size = text.length;
		const score = new Float64Array(size + 1);
		/** Where the best token that ends here starts, and its id. */
		const startOf = new Int32Array(size + 1).fill(-1);
		const idOf = new Int32Array(size + 1);
		for (let from = 0; from < size; ) {
			const width = (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
			const before = score[from] ?? 0;
			let coversCharacter = false;
			let node = 1;
			for (let to = from + 1; to <= size; to++) {
				node = this.#children[this.#slot(node, text.charCodeAt(to - 1))] ?? 0;
				if (node === 0) break;
				const id = this.#idAt[node] ?? -1;
				if (id < 0) continue;
				const sum = (this.#scores[id] ?? 0) + before;
				if (startOf[to] === -1 || sum > (score[to] ?? 0)) {
					score[to] = sum;
					startOf[to] = from;
					idOf[to] = id;
				}
				if (to === from + width) coversCharacter = true;
			}
			if (!coversCharacter) {
				const to = from + width;
				const sum = this.#unkScore + before;
				if (startOf[to] === -1 || sum > (score[to] ?? 0)) {
					score[to] = sum;
					startOf[to] = from;
					idOf[to] = this.#unk;
				}
			}
			from += width;
		}
		return this.#backtrack(startOf, idOf);
	}

	#backtrack(startOf: Int32Array, idOf: Int32Array): PieceTokens {
		const reversed: number[] = [];
		let lastId = -1;
		for (let end = startOf.length - 1; end > 0; ) {
			const start = startOf[end] ?? 0;
			const id = idOf[end] ?? 0;
			if (id === this.#unk && lastId === this.#unk)
				reversed[reversed.length - 2] = (reversed.at(-2) ?? 0) + end - start;
			else reversed.push(end - start, id);
			lastId = id;
			end = start;
		}
		return Uint32Array.from(reversed.reverse());
	}
}
