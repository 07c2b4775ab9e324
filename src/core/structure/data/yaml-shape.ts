// Whether lines that can be read as YAML are YAML rather than prose with colons: by how they nest, what their keys
// look like and what their values are.
import type { YamlLine } from "./yaml-line.ts";

/** Fewer keys on one level are any two lines with a colon. */
const fewestFlat = 3;

/**
 * A document opens with `---` or its lines nest; most keys are names, without spaces. Names that begin in lower case
 * are enough then; with others the lines must nest for sure and the values must not read like sentences.
 *
 * @param lines that all are lines of YAML
 */
export function isYaml(text: string, lines: readonly YamlLine[]): boolean {
	const keys = lines.filter((line) => line.key !== null);
	if (keys.length < 2 || !isUnique(keys, lines)) return false;
	const names = keys.filter(({ key }) => /^(?:\S+|"[\s\S]*"|'[\s\S]*')$/.test(key ?? ""));
	const plain = keys.filter(({ key }) => /^["']?[a-z_$.][\w$./-]*["']?$/.test(key ?? ""));
	const named = names.length * 5 >= keys.length * 4;
	const lower = plain.length * 5 >= keys.length * 4;
	const first = lines[0];
	if (first?.kind === "mark" && text.startsWith("---", first.start)) return named;
	const nests = keys.some((line, at) => at > 0 && (line.column > 0 || line.value === "block"));
	const flat = keys.length >= fewestFlat || lines.some(({ kind, key }) => kind === "entry" && key === null);
	if (!nests) return lower && flat && share(text, lines, isTechnical) >= 0.5;
	if (lower) return true;
	if (!isDeep(lines) || share(text, lines, isSentence) > 0.2) return false;
	if (named) return share(text, lines, isShort) >= 0.5;
	return plain.length > 0 && share(text, lines, isTechnical) >= 0.7;
}

/** No key of the top level stands twice, but in lists and in several documents. */
function isUnique(keys: readonly YamlLine[], lines: readonly YamlLine[]): boolean {
	const top = keys.filter((line) => line.indent === 0).map((line) => line.key);
	return (
		new Set(top).size === top.length ||
		lines.some((line, at) => at > 0 && line.kind === "mark") ||
		keys.some((line) => line.column > line.indent)
	);
}

/** Whether some key has lines of its own below it, or an item of a list two keys. */
function isDeep(lines: readonly YamlLine[]): boolean {
	return lines.some((line, at) => {
		const next = lines[at + 1];
		if (line.key === null || next === undefined || next.kind !== "entry") return line.value === "block";
		const opens = line.value === "none" && (next.indent > line.indent || next.column > next.indent);
		return opens || (line.column > line.indent && next.indent === line.column);
	});
}

/** How many of the values are so, 0 to 1; 0 without any. */
function share(
	text: string,
	lines: readonly YamlLine[],
	is: (value: string, line: YamlLine) => boolean,
): number {
	const valued = lines.filter(({ kind, value }) => (kind === "entry" || kind === "more") && value !== "none");
	const found = valued.filter((line) => is(text.slice(line.from, Math.min(line.to, line.from + 400)), line));
	return valued.length === 0 ? 0 : found.length / valued.length;
}

/** Marks that no prose has behind a colon, or one run with a digit or a mark inside, or a word that means a value. */
function isTechnical(value: string, line: YamlLine): boolean {
	if (line.value !== "plain") return true;
	return /^(?:\S*[\d_/\\.:=@-]\S+|\d+|true|false|null|yes|no|on|off|~)$/i.test(value);
}

function isShort(value: string, line: YamlLine): boolean {
	return line.value !== "plain" || value.split(/\s+/).length <= 3;
}

function isSentence(value: string, line: YamlLine): boolean {
	if (line.value !== "plain") return false;
	const words = value.split(/\s+/).length;
	return words >= 5 && (line.kind === "more" || /[.?!,;:]$|, /.test(value));
}
