// What part a punctuation mark or symbol plays: separator, terminal, opening or closing.
import { charClass, classAt, classBefore } from "../char-class.ts";
import { wordKind } from "../word-table.ts";

const terminals = new Set(".!?。！？．｡؟۔।॥\u037e։።፧។။‼⁇⁈⁉");
const separators = new Set(",;:،؛、，；：､・·–—―‒…⋯‥/|\\=+*<>&^~→←⇒⇔↔≤≥≠×÷⟶─━│－～〜-‐‑");
/** Quotation marks that open or close by their place: straight ones, and those that languages use both ways. */
const quotes = new Set("\"'“”„‟‘’‚‛«»‹›＂");
/** Marks that open or close by what they are. */
const opening = /[\p{Ps}\p{Pi}¿¡]/u;
const closing = /[\p{Pe}\p{Pf}]/u;

/** The {@link wordKind} of the mark `[start, end)`, which is one character or a run of the same one. */
export function markKind(text: string, start: number, end: number): number {
	const char = text.charAt(start);
	if (char === "." && end - start > 1) return ellipsisKind(text, end);
	if (char === "…") return ellipsisKind(text, end);
	if (char === "!" && text.charAt(start + 1) === "=") return wordKind.separator;
	if (char === "?" && text.charAt(start + 1) === ".") return wordKind.separator;
	if (terminals.has(char)) return wordKind.terminal;
	if (separators.has(char)) return wordKind.separator;
	if (opening.test(char)) return wordKind.open;
	if (closing.test(char)) return wordKind.close;
	return wordKind.word;
}

/** An ellipsis ends a sentence unless the text goes on in lower case or with a comma, behind closing marks or not. */
function ellipsisKind(text: string, end: number): number {
	const goesOn = /^["'”’»)\]]{0,2}\s{0,3}[\p{Ll}\p{Nd},;:]/u.test(text.slice(end, end + 6));
	return goesOn ? wordKind.separator : wordKind.terminal;
}

/** Whether the character is a quotation mark, whose part {@link quoteKind} tells. */
export function isQuote(char: string): boolean {
	return quotes.has(char);
}

/**
 * Opening or closing, by the neighbours: what stands behind white space or an opening bracket and before
 * a word opens. Where they do not tell, `opened` decides: a quotation mark is open already.
 */
export function quoteKind(text: string, at: number, opened: boolean): number {
	const char = text.charAt(at);
	if (char === "„" || char === "‚") return wordKind.open;
	const before = sideOf(text, classBefore(text, at), at - 1);
	const after = at + 1 < text.length ? sideOf(text, classAt(text, at + 1), at + 1) : "space";
	if (before === "space" && after !== "space") return wordKind.open;
	if (after === "space" && before !== "space") return wordKind.close;
	if (before === "word" && after === "mark") return wordKind.close;
	if (before === "mark" && after === "word")
		return opened && closesBefore(text, at) ? wordKind.close : wordKind.open;
	if (char === "”" || char === "’" || char === "»" || char === "›") return wordKind.close;
	if (char === "“" || char === "‘" || char === "«" || char === "‹") return wordKind.open;
	return opened ? wordKind.close : wordKind.open;
}

function sideOf(text: string, found: number, at: number): "space" | "word" | "mark" {
	if (found === charClass.space) return "space";
	if (found !== charClass.mark && found !== charClass.symbol) return "word";
	return opening.test(text.charAt(at)) && !quotes.has(text.charAt(at)) ? "space" : "mark";
}

/** 「…?"and」: behind a terminal or closing mark, an open quotation ends. */
function closesBefore(text: string, at: number): boolean {
	const char = text.charAt(at - 1);
	return terminals.has(char) || closing.test(char) || char === ",";
}
