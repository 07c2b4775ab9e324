// YAML or TOML between rules at the very start of a text: it always stays.

const longest = 20_000;
const empty = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:[ \t]*\r?\n){0,20}\1[ \t]*(?=\r?\n|$)/;
const opening = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?=[ \t]*(?:#|[\w"'-]+(?:[ \t]*[:=])))/;

/** Where the front matter of `text` ends, or 0. */
export function frontMatterEnd(text: string): number {
	const match = opening.exec(text);
	if (!match) return empty.exec(text)?.[0].trimEnd().length ?? 0;
	const rule = match[1] ?? "";
	for (let at = text.indexOf(`\n${rule}`); at >= 0 && at < longest; at = text.indexOf(`\n${rule}`, at + 1)) {
		const end = at + 1 + rule.length;
		if (/^[ \t]*\r?(?:\n|$)/.test(text.slice(end, end + 80))) return end;
	}
	return 0;
}
