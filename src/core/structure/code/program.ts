// Whether a whole text is the source of a program, and how its language writes comments. In doubt it is prose.
import { codeLines } from "./code-lines.ts";
import { type Comment, findComments } from "./comments.ts";
import { anyCode, type Language, languages } from "./languages.ts";
import { isQuery } from "./query.ts";
import { isRunningText } from "./running-text.ts";

export interface Program {
	/** Ascending; none where they cannot be told from the rest for sure. */
	readonly comments: readonly Comment[];
}

/** How much of a text is looked at before all of it is. */
const seen = 6000;
/** A page with a style sheet is no program; a component of Vue or Svelte is. */
const page = /^\s*<(?!\?php)/;
const component = /^\s*<(?:script|template)[\s>]/;
/** Words as a sentence has them, and headings of Markdown. */
const sentence =
	/^#{2,6} |^\s*(?:[-*>#]+\s+|\d+[.)]\s+)?(?:[\p{L}\p{M}’',.]+\s+){5,}[\p{L}\p{M}’']+[.,:?!]?\s*$/u;
const surePython =
	/^[ \t]*(?:(?:async )?def \w+ ?\(.*:|class \w+.*:|from [.\w]+ import |import [\w.]+(?: as \w+)?$)/m;
const fence = /^\s{0,3}(?:```|~~~)/;
const fewestLines = 3;
const leastShare = 0.7;
/** One line of so many may look like a sentence: the inside of a string, say. */
const linesASentence = 40;

/** The program that `text` is, or null. Takes linear time. */
export function readProgram(text: string): Program | null {
	if (isQuery(text)) return { comments: findComments(text, "sql") ?? [] };
	const isLong = text.length > seen;
	const head = codeLines(text.slice(0, seen), isLong);
	if (isRunningText(head)) return null;
	if (page.test(text)) return isComponent(text) ? { comments: [] } : null;
	if (isLong && best(head) === null) return null;
	const language = best(isLong ? codeLines(text, false) : head);
	if (language === null) return null;
	return { comments: commentsOf(text, language) };
}

function isComponent(text: string): boolean {
	if (!component.test(text) || !/^<script\b/m.test(text) || !/^<\/script>/m.test(text)) return false;
	return /^<(?:template|style)\b/m.test(text) && !/<(?:html|body|head|!doctype)\b/i.test(text);
}

/** Here-documents hold anything, and `#` opens comments in some languages with braces. */
function commentsOf(text: string, { comments }: Language): readonly Comment[] {
	if (comments === null) return [];
	if (comments === "shell" && (!/^#!/.test(text) || /<<-?\s?["'\\]?\w/.test(text))) return [];
	if (comments === "python" && !surePython.test(text)) return [];
	if (
		comments === "braces" &&
		/^[ \t]*# [\p{L}-]{1,40} (?!<|")/mu.test(text) &&
		!/^[ \t]*# ?(?:define|include|if|pragma)/m.test(text)
	)
		return [];
	return findComments(text, comments) ?? [];
}

/** The language that most lines are of, if nearly all lines are code and hardly any a sentence. */
function best(lines: readonly string[]): Language | null {
	if (lines.some((line) => fence.test(line))) return null;
	if (lines.length < fewestLines) return short(lines);
	const sentences = lines.filter((line) => sentence.test(line) && !anyCode.test(line)).length;
	let found: Language | null = null;
	let most = 0;
	for (const language of languages) {
		const signs = lines.filter((line) => language.signs.test(line)).length;
		if (signs < language.fewest || signs <= most) continue;
		if (language.sure && !lines.some((line) => language.sure?.test(line))) continue;
		const code = lines.filter((line) => isLine(line, language)).length;
		const unlike = lines.filter((line) => sentence.test(line) && !isLine(line, language)).length;
		if (code < fewestLines || code < lines.length * (language.share ?? leastShare)) continue;
		if (unlike * linesASentence > lines.length || sentences > lines.length / 5) continue;
		found = language;
		most = signs;
	}
	return found;
}

/** A line or two are code if all of them look like it and one could be nothing else. */
function short(lines: readonly string[]): Language | null {
	const fits = (language: Language) =>
		lines.some((line) => language.alone?.test(line)) && lines.every((line) => isLine(line, language));
	return languages.find(fits) ?? null;
}

function isLine(line: string, { signs, lines, share }: Language): boolean {
	return signs.test(line) || lines.test(line) || (share === undefined && anyCode.test(line));
}
