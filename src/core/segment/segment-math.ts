// Formulas in TeX's notation, which are one word each, and the commands of its environments.
import { matchEnd } from "../match-at.ts";

/** Up to this many code units; a formula longer than this is no formula. */
const longestInline = 300;
const longestDisplay = 3000;

/** What a formula on one line, and one set apart, may not hold. */
const lineBreak = /\n/;
const blankLine = /\n[ \t]*\r?\n/;

const environments =
	"equation|align|alignat|aligned|gather|gathered|multline|eqnarray|displaymath|math|array|matrix|[bpvVB]matrix|smallmatrix|cases|split|flalign|tikzpicture|verbatim|lstlisting|minted";
const formula = new RegExp(String.raw`\\begin\{((?:${environments})\*?)\}`, "y");
const environment = /\\(?:begin|end)\{[A-Za-z]{1,40}\*?\}(?:\[[^\]\n]{0,100}\]|\{[^{}\n]{0,100}\}){0,3}/y;
/** Commands whose argument is a name or an address, not text. */
const reference =
	/\\(?:[a-z]{0,8}cite[a-z]{0,8}\*?|(?:eq|page|auto|name|[cC])?ref|label|includegraphics|input|include|usepackage|documentclass|bibliography|bibliographystyle|url)(?:\[[^\]\n]{0,100}\]){0,2}\{[^{}\n]{1,200}\}/y;
const item = /\\item(?![A-Za-z])/y;

type Closers = Map<string, number>;

/** What begins with a backslash or a dollar sign: a formula or reference is code, a command only one word. */
export interface TexPart {
	readonly end: number;
	readonly kind: "formula" | "reference" | "environment" | "item";
}

/**
 * The formula, or the command of an environment, that begins at `start`, or null.
 *
 * @param closers where each closing mark stands next, kept for one text
 */
export function texAt(text: string, start: number, closers: Closers): TexPart | null {
	const end =
		text.charCodeAt(start) === 0x24 ? dollarsEnd(text, start, closers) : bracketsEnd(text, start, closers);
	if (end > 0) return { end, kind: "formula" };
	if (text.charCodeAt(start) !== 0x5c) return null;
	const letter = text.charAt(start + 1);
	if (letter < "A" || letter > "z") return null;
	return (
		part(formulaEnd(text, start, closers), "formula") ??
		part(matchEnd(environment, text, start), "environment") ??
		part(matchEnd(reference, text, start), "reference") ??
		part(matchEnd(item, text, start), "item")
	);
}

function part(end: number, kind: TexPart["kind"]): TexPart | null {
	return end > 0 ? { end, kind } : null;
}

/** `$…$` on one line, `$$…$$` up to a blank line. */
function dollarsEnd(text: string, start: number, closers: Closers): number {
	if (text.charAt(start + 1) === "$") return closedBy(text, start + 2, "$$", closers, blankLine);
	if (/[\p{L}\p{Nd}$\\]/u.test(text.charAt(start - 1)) || /[\s$]/.test(text.charAt(start + 1) || " "))
		return 0;
	const end = closedBy(text, start + 1, "$", closers, lineBreak);
	if (end === 0 || /\s/.test(text.charAt(end - 2)) || /[\p{L}\p{Nd}${]/u.test(text.charAt(end))) return 0;
	const content = text.slice(start + 1, end - 1);
	return isFormula(content) && (content.charAt(0) !== "{" || content.includes("\\")) ? end : 0;
}

/** `\(…\)` on one line, `\[…\]` up to a blank line. */
function bracketsEnd(text: string, start: number, closers: Closers): number {
	const opener = text.charAt(start + 1);
	if (opener !== "(" && opener !== "[") return 0;
	const end =
		opener === "("
			? closedBy(text, start + 2, "\\)", closers, lineBreak)
			: closedBy(text, start + 2, "\\]", closers, blankLine);
	return end > 0 && isFormula(text.slice(start + 2, end - 2)) ? end : 0;
}

/** `\begin{align}…\end{align}` */
function formulaEnd(text: string, start: number, closers: Closers): number {
	formula.lastIndex = start;
	const name = formula.exec(text)?.[1];
	if (name === undefined) return 0;
	const closer = `\\end{${name}}`;
	const found = nextOf(text, closer, start, closers);
	return found - start > longestDisplay ? 0 : found + closer.length;
}

/** Where `closer` stands next; infinity if nowhere. */
function nextOf(text: string, closer: string, from: number, closers: Closers): number {
	let found = closers.get(closer) ?? -1;
	if (found >= from) return found;
	found = text.indexOf(closer, from);
	if (found < 0) found = Number.POSITIVE_INFINITY;
	closers.set(closer, found);
	return found;
}

/** Behind the first `closer` from `from`; 0 if there is none within so many code units, before a line's end that it may not cross. */
function closedBy(text: string, from: number, closer: string, closers: Closers, barrier: RegExp): number {
	const found = nextOf(text, closer, from, closers);
	const longest = barrier === lineBreak ? longestInline : longestDisplay;
	if (found <= from || found - from > longest || barrier.test(text.slice(from, found))) return 0;
	return found + closer.length;
}

/** A command tells a formula; without any, it has no words but short names (a price none), and no quotation marks. */
function isFormula(content: string): boolean {
	if (/["`]/.test(content)) return false;
	if (/\\[A-Za-z,;!]/.test(content)) return true;
	return content.length <= 120 && !/^\p{Nd}.*\p{L}{2}|\p{L}{4}/su.test(content);
}
