// Whether a whole text is the source of a program, and how its language writes comments. In doubt it is prose.
import { type Comment, findComments, type Syntax } from "./comments.ts";

export interface Program {
	/** Ascending; none where they cannot be told from the rest for sure. */
	readonly comments: readonly Comment[];
}

/** How much of a text is looked at before its comments are. */
const seen = 6000;
/** A line of each syntax as hardly any prose has it. */
const codeLines: Readonly<Record<Syntax, RegExp>> = {
	braces:
		/[;{}]\s*$|^\s*[)}\]]+[,;)]*\s*$|=>\s*$|^\s*(?:#include|#define|#if|#endif|import |export |package |use |using |func |fn |def |class |struct |interface |@\w+|case .*:$|return\b|if ?\(|for ?\(|\.\w+\()|[\w)\]"'`] ?[-+*/|&]?= ?\S|\w\(.*[),]\s*$|^\s*["'`\w$.?]+: .*,\s*$|[,(]\s*$/,
	python:
		/^\s*(?:def |async def |class |from \S+ import |import \w|return\b|if .*:$|elif .*:$|else:$|for .+ in .+:$|while .*:$|try:$|except.*:$|finally:$|with .*:$|raise\b|pass$|break$|continue$|yield\b|assert |@\w+|print\(|[)}\]]+[,:)]*\s*$)|^\s*[\w.[\]"', ]+ ?[-+*/|&]?= ?\S|^\s*[\w.]+\(.*|[,(]\s*$|["'\w\])]:? .*,\s*$/,
	shell:
		/^\s*(?:[A-Za-z_]\w*=|export |local |if |then$|else$|elif |fi$|for |do$|done$|while |case |esac$|echo |cd |set -|exit |return |function |\w+ ?\(\) ?\{|[{}]\s*$|\w+ (?:-{1,2}\w|["'$/.])|\$|;;)|[|&\\]\s*$/,
	sql: /^\s*(?:SELECT|FROM|WHERE|(?:LEFT|RIGHT|INNER|OUTER|CROSS|FULL) |JOIN|ON |AND |OR |GROUP BY|ORDER BY|HAVING|LIMIT|UNION|INSERT|INTO|VALUES|UPDATE|SET |DELETE|CREATE|ALTER|DROP|WITH|BEGIN|COMMIT|END|CASE|WHEN|THEN|ELSE|PRIMARY|FOREIGN|CONSTRAINT|REFERENCES|GRANT|\(|\))|[,;(]\s*$/i,
};
const first: Readonly<Record<Syntax, RegExp>> = {
	braces: /[;{}]\s*$/m,
	python: /^\s*(?:(?:async )?def \w+\(|class \w+.*:\s*$|(?:from \S+ )?import \w|if __name__)/m,
	shell: /^#!.*\b(?:ba|z|da|k)?sh\b/,
	sql: /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|WITH \w+ AS)\b[^.?!]*?(?:\b(?:FROM|TABLE|INTO|SET|VIEW|INDEX|AS|FUNCTION)\b|\*)/im,
};
/** Words as a sentence has them, and headings of Markdown. */
const proseLine =
	/^#{2,6} |^\s*(?:[-*>#]+\s+|\d+[.)]\s+)?(?:[\p{L}\p{M}’',.]+\s+){5,}[\p{L}\p{M}’']+[.,:?!]?\s*$/u;
const fewestLines = 3;

/** The program that `text` is, or null: a page with a style sheet is none. */
export function readProgram(text: string): Program | null {
	const head = text.slice(0, seen);
	if (/^\s{0,3}(?:```|~~~)/m.test(text) || /^\s*<(?!\?php)/.test(head)) return null;
	for (const syntax of ["shell", "python", "sql", "braces"] as const) {
		if (!first[syntax].test(head)) continue;
		const comments = findComments(text, syntax);
		if (comments === null || !isCode(text, comments, syntax)) continue;
		return { comments: syntax === "shell" && /<<-?\s*["'\\]?\w/.test(text) ? [] : comments };
	}
	return null;
}

/** Whether what is no comment looks like code on at least four of five lines, and on none like a sentence. */
function isCode(text: string, comments: readonly Comment[], syntax: Syntax): boolean {
	let lines = 0;
	let code = 0;
	let from = 0;
	for (const { start, end } of [...comments, { start: text.length, end: text.length }]) {
		for (const line of text.slice(from, start).split("\n")) {
			if (line.trim() === "") continue;
			const cut = line.slice(0, 300).trimEnd();
			if (proseLine.test(cut)) return false;
			lines++;
			if (codeLines[syntax].test(cut)) code++;
		}
		from = end;
	}
	return code >= fewestLines && code * 5 >= lines * 4;
}
