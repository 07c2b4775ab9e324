// Compat: LLM tokens as the reference counts them, with tiktoken's cl100k_base (it asks for GPT-3.5's), whatever
// counts the caller's tokens.
import { BytePairEncoder } from "../count/byte-pair.ts";
import { decodeUtf8 } from "../count/utf8.ts";

/**
 * tiktoken's pattern of cl100k_base. JavaScript's `\s` differs from it in U+FEFF, which is no white space there,
 * and U+0085, which is.
 */
const pieces = new RegExp(
	String.raw`'(?:[sdmtSDMT\u017f]|[lL][lL]|[vV][eE]|[rR][eE])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}` +
		String.raw`| ?[^\p{White_Space}\p{L}\p{N}]+[\r\n]*|\p{White_Space}+$|\p{White_Space}*[\r\n]` +
		String.raw`|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}`,
	"gu",
);

/** Loads the vocabulary. What looks like a special token (`<|endoftext|>`), at which tiktoken fails, is plain text. */
export async function loadReferenceCounter(): Promise<(text: string) => number> {
	const { default: vocabulary } = await import("gpt-tokenizer/bpeRanks/cl100k_base");
	// The package has tokens with U+FEFF as bytes, though they are text.
	const encoder = new BytePairEncoder(
		vocabulary.map((token) =>
			typeof token === "object" ? (decodeUtf8(String.fromCharCode(...token)) ?? token) : token,
		),
	);
	const known = new Map<string, number>();
	const countPiece = (piece: string) => {
		let count = known.get(piece);
		if (count === undefined) {
			count = encoder.isToken(piece) ? 1 : encoder.count(piece);
			if (known.size >= knownPieces) known.clear();
			known.set(piece, count);
		}
		return count;
	};
	return (text) => {
		let count = 0;
		for (const [piece] of text.matchAll(pieces)) count += countPiece(piece);
		return count;
	};
}

const knownPieces = 50_000;
