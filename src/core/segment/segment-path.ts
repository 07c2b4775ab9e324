// File paths: Unix, Windows, UNC, relative with an extension, bare names of well-known file types.

const part = String.raw`[\p{L}\p{M}\p{Nd}_.@+~%#$*{}\[\]=,-]`;
/** `a.ts:12:5`, `a.ts:10-20`, `a.ts(10,5)` */
const position = String.raw`(?:\(\d{1,7}(?:,\d{1,7}){0,3}\)|(?::\d{1,7}){0,2}(?:-\d{1,7})?)`;
const windows = new RegExp(
	String.raw`(?:[A-Za-z]:[\\/]|\\\\[\w.$-]{1,64}\\)(?:${part}{1,255}[\\/]{1,2}){0,60}(?:${part}{1,255})?${position}`,
	"uy",
);
const rooted = new RegExp(
	String.raw`(?:~|\.{1,2})?/(?::?${part}{1,255}/){0,60}(?::(?=[A-Za-z_]))?(?:${part}{1,255})?${position}`,
	"uy",
);
const extensions =
	"tsx?|[cm]?[jt]s|jsx|json[5lc]?|md|mdx|txt|py|pyi|ipynb|rb|rs|go|java|kt|kts|swift|c|cc|cpp|h|hpp|cs|php|sh|bash|zsh|ps1|bat|sql|html?|css|scss|sass|less|vue|svelte|xml|ya?ml|toml|ini|cfg|conf|env|lock|log|csv|tsv|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|webp|ico|mp[34]|wav|zip|tar|gz|tgz|bz2|xz|7z|exe|dll|so|dylib|jar|war|whl|bin|onnx|pt|db|sqlite|proto|graphql|tf|gradle|cmake|mk|patch|diff|tex|bib|rst|org|lua|pl|r|dart|ex|exs|erl|hs|ml|scala|clj|wasm|map|snap|bak|tmp|pem|key|crt";
const relative = new RegExp(
	String.raw`(?:${part}{1,255}/){1,24}${part}{0,254}\.[A-Za-z][A-Za-z0-9]{0,9}${position}(?![\p{L}\p{Nd}_])`,
	"uy",
);
const bare = new RegExp(
	String.raw`[\p{L}\p{Nd}_@](?:[\p{L}\p{M}\p{Nd}_@+-]|\.(?!\.)){0,127}\.(?:${extensions})${position}(?!\.?[\p{L}\p{Nd}_/])`,
	"uy",
);
/** Products whose name looks like a file. */
const product = /^[A-Z][A-Za-z]*\.js$/;

/** A relative path has its extension within this many code units, or is none. */
const longestRelative = 1000;

/**
 * The end of the file path that begins at `start`, or 0.
 *
 * @param dot the first full stop at or behind `start`: without one near there is no extension
 */
export function pathEnd(text: string, start: number, dot: number): number {
	const first = text.charAt(start);
	if (first === "/" || first === "." || first === "~") {
		const end = match(rooted, text, start);
		return end - start > 1 && /[\p{L}\p{Nd}]/u.test(text.slice(start, Math.min(end, start + 40))) ? end : 0;
	}
	const mayHaveExtension = dot - start < longestRelative;
	const end =
		match(windows, text, start) ||
		(mayHaveExtension ? match(relative, text, start) || match(bare, text, start) : 0);
	return end > 0 && product.test(text.slice(start, Math.min(end, start + 64))) ? 0 : end;
}

function match(form: RegExp, text: string, start: number): number {
	form.lastIndex = start;
	if (!form.test(text)) return 0;
	let end = form.lastIndex;
	while (end > start && ".,:*~=]}+".includes(text.charAt(end - 1)) && !balanced(text, start, end)) end--;
	return end;
}

/** A closing bracket at the end stays with the path if its opener is inside. */
function balanced(text: string, start: number, end: number): boolean {
	const close = text.charAt(end - 1);
	if (close !== "]" && close !== "}") return false;
	return text.slice(Math.max(start, end - 64), end).includes(close === "]" ? "[" : "{");
}
