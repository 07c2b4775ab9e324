// What a string with backslash escapes (JSON, YAML, TOML) says, and where in the source each part of it stands.

/** One escape. */
export const escapeForm = /\\(?:u[\da-fA-F]{4}|[\s\S]|$)/g;

const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

interface Unescaped {
	readonly value: string;
	/** From a place in `value` to that in the string; the end of one part is the beginning of the next. */
	readonly place: (at: number) => number;
}

/**
 * @example
 * unescaped('a\\"b').value // 'a"b', whose place 2 is 3
 */
export function unescaped(content: string): Unescaped {
	if (!content.includes("\\")) return { value: content, place: (at) => Math.min(at, content.length) };
	let value = "";
	let done = 0;
	/** Where in `value` escapes stand, and by how much the source is ahead behind each. */
	const places: number[] = [];
	const shifts: number[] = [];
	for (const { index, 0: found } of content.matchAll(escapeForm)) {
		value += content.slice(done, index);
		done = index + found.length;
		places.push(value.length);
		value += meaning(found);
		shifts.push(done - value.length);
	}
	value += content.slice(done);
	return { value, place: (at) => Math.min(content.length, at + (shifts[before(places, at)] ?? 0)) };
}

/** Of exactly one UTF-16 code unit. */
function meaning(found: string): string {
	const letter = found.charAt(1);
	if (letter === "u" && found.length === 6) return String.fromCharCode(Number.parseInt(found.slice(2), 16));
	return named[letter] ?? (letter || "\\");
}

/** The number of the last of the ascending places before `at`, or -1. */
function before(places: readonly number[], at: number): number {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((places[middle] ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
