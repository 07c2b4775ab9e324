// The lines of a text of which it may be said whether they are code: not those of comments, of texts in quotes
// over several lines, of here-documents.

/** What opens a range over several lines, and what closes it. */
const openers =
	/"""|'''|\/\*|--\[\[|\{-|^=(?:begin\b|pod|head\d|over|item|encoding)|<#|<<[-~]?\s{0,2}(["']?)([A-Z_]\w{0,40})\1(?=[\s;|)>]|$)/gm;
const closers: Readonly<Record<string, string>> = {
	'"""': '"""',
	"'''": "'''",
	"/*": "*/",
	"--[[": "]]",
	"{-": "-}",
	"<#": "#>",
};
const comment = /^\s*(?:#(?!!|\s?(?:include|define|if|endif|pragma)\b)|\/\/|--(?:\s|$)|;;|%%? |\{\{!|<!--)/;
const longest = 300;

/**
 * The lines of `text` without those, each its first 300 characters, trimmed at its end. Linear.
 *
 * @param isHead the text is the head of a longer one: what is not closed goes on to its end
 */
export function codeLines(text: string, isHead: boolean): string[] {
	const lines: string[] = [];
	let from = 0;
	for (const { start, end } of ranges(text, isHead)) {
		add(lines, text.slice(from, start));
		from = end;
	}
	add(lines, text.slice(from));
	return lines;
}

function add(lines: string[], piece: string): void {
	for (const line of piece.split("\n")) {
		const cut = line.slice(0, longest).trimEnd();
		if (cut !== "" && !comment.test(cut)) lines.push(cut);
	}
}

/** What is never closed is searched for no more. */
function* ranges(text: string, isHead: boolean): Generator<{ start: number; end: number }> {
	const open = new Set<string>();
	openers.lastIndex = 0;
	for (let found = openers.exec(text); found; found = openers.exec(text)) {
		const [mark, , word] = found;
		const kind = word === undefined ? mark : "<<";
		if (open.has(kind)) continue;
		const from = found.index + mark.length;
		const close =
			word ?? closers[mark] ?? (mark === "=begin" && !text.includes("\n=cut") ? "\n=end" : "\n=cut");
		const at = word === undefined ? text.indexOf(close, from) : hereEnd(text, from, word);
		// The command of a here-document goes on behind its mark.
		const start = word === undefined ? found.index : from;
		if (at >= 0) {
			const end = at + close.length;
			yield { start, end };
			openers.lastIndex = end;
		} else if (isHead) {
			yield { start, end: text.length };
			return;
		} else open.add(kind);
	}
}

/** Where the line that is `word` alone begins with it; -1 if there is none. */
function hereEnd(text: string, from: number, word: string): number {
	for (let at = text.indexOf("\n", from); at >= 0; at = text.indexOf("\n", at + 1)) {
		let line = at + 1;
		while (text.charAt(line) === " " || text.charAt(line) === "\t") line++;
		if (text.startsWith(word, line) && !/\w/.test(text.charAt(line + word.length))) return line;
	}
	return -1;
}
