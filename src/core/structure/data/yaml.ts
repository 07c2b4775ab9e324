// YAML: everything stays but the words inside long values, so that keys, types and short values are the same.
import type { Span } from "../../options.ts";
import type { Steps } from "../../steps.ts";
import { breakStart, indentOf, lineEnd, trimmedLineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";
import { readValue } from "./inline.ts";
import { isLong, readEscaped } from "./quoted.ts";
import { type YamlLine, yamlLines } from "./yaml-line.ts";
import { isYaml } from "./yaml-shape.ts";

/**
 * Reads `[start, end)` if it is YAML to its last line; else gives false and leaves `parts` as they are.
 * Values that go on over several lines, but for block scalars, stay as they are.
 */
export function* readYaml(text: string, start: number, end: number, parts: Parts): Steps<boolean> {
	const lines = yield* yamlLines(text, start, end);
	if (lines === null || !isYaml(text, lines)) return false;
	yield;
	yield* readLines(text, start, end, lines, parts);
	return true;
}

/** Reads the lines of `[start, end)`: keys, marks and short values stay, comments and long values get shorter. */
export function* readLines(
	text: string,
	start: number,
	end: number,
	lines: readonly YamlLine[],
	parts: Parts,
): Steps<void> {
	const first = lines.find((line) => line.kind !== "comment");
	const reader = new LineReader(text, [start, first?.start ?? start], parts);
	for (const line of lines) {
		yield;
		reader.read(line);
	}
	parts.block({ start, end, frame: reader.frame });
}

/** Keys of values that are programs, whatever they look like. */
const programs = /^(?:run|script|command|cmd|args|code|query|sql|entrypoint|before_script|after_script)$/;

class LineReader {
	/** What stays while anything of the document does: quotes and first words of the values that get shorter. */
	readonly frame: Span[] = [];
	readonly #text: string;
	readonly #firsts: Span;
	readonly #parts: Parts;

	/** @param firsts the first line, and the first that is no comment: nothing may be left above them */
	constructor(text: string, firsts: Span, parts: Parts) {
		this.#text = text;
		this.#firsts = firsts;
		this.#parts = parts;
	}

	read(line: YamlLine): void {
		const text = this.#text;
		const { from, to, end } = line;
		const begin = this.#withBreak(line.start);
		const value = text.slice(from, to);
		if (line.kind === "comment") this.#line(line.start, from + 1, trimmedLineEnd(text, from, end), false);
		else if (line.value === "plain" && isLong(value) && /^\p{L}/u.test(value)) {
			this.#parts.push("markup", begin, this.#headEnd(line, begin));
			this.#plain(from, to);
			this.#parts.push("markup", this.#skipBlanks(to, end), trimmedLineEnd(text, to, end));
		} else if (line.value === "double" && isLong(value) && !unknownEscape.test(value)) {
			this.#quoted(line, begin, () => readEscaped(text, from + 1, to - 1, this.#parts));
		} else if (line.value === "single" && isLong(value)) {
			this.#quoted(line, begin, () => readValue(text, from + 1, to - 1, this.#parts, /''/));
		} else if (line.value === "block" && this.#isProse(line)) {
			this.#parts.push("markup", begin, trimmedLineEnd(text, begin, to));
			this.#block(to + 1, end);
		} else this.#whole(line.start, end);
	}

	/** Lines that stay as they are, each one word. */
	#whole(start: number, end: number): void {
		for (let at = start; at <= end; ) {
			const stop = Math.min(end, lineEnd(this.#text, at));
			const last = trimmedLineEnd(this.#text, at, stop);
			if (last > at) this.#parts.push("markup", this.#withBreak(at), last);
			at = stop + 1;
		}
	}

	/** A line of prose that stays or goes with what opens it. */
	#line(start: number, content: number, end: number, first: boolean): void {
		const from = this.#withBreak(start);
		this.#parts.mark(from, content);
		this.#parts.block({ start: from, end, frame: [[from, content]], filled: first });
		readValue(this.#text, content, end, this.#parts);
	}

	/** The first word stays, since another one might open something else, and one more: two words are no number. */
	#plain(start: number, end: number): void {
		this.frame.push([start, start + 1]);
		this.#parts.block({ start, end, frame: [[start, start + 1]], filled: true });
		readValue(this.#text, start, end, this.#parts, /[:#\\]|''/);
	}

	#quoted(line: YamlLine, begin: number, readContent: () => void): void {
		const { from, to, end } = line;
		const frame: Span[] = [
			[from, from + 1],
			[to - 1, to],
		];
		this.frame.push(...frame);
		this.#parts.push("markup", begin, this.#headEnd(line, begin));
		this.#parts.block({ start: from, end: to, frame, filled: true });
		this.#parts.mark(from, from + 1);
		readContent();
		this.#parts.mark(to - 1, to);
		this.#parts.push("markup", this.#skipBlanks(to, end), trimmedLineEnd(this.#text, to, end));
	}

	/** The lines of a block scalar; the first one stays with a word, since its depth is that of all. */
	#block(start: number, end: number): void {
		const text = this.#text;
		let first = true;
		for (let at = start; at <= end; ) {
			const stop = Math.min(end, lineEnd(text, at));
			const last = trimmedLineEnd(text, at, stop);
			const content = at + indentOf(text, at);
			if (last > at && first && !/[\p{L}\p{N}]/u.test(text.slice(content, last))) this.#whole(at, last);
			else if (last > at) {
				if (first) this.frame.push([this.#withBreak(at), content]);
				this.#line(at, content, last, first);
			}
			first &&= last === at;
			at = stop + 1;
		}
	}

	/** Whether a block scalar is prose: most of its lines have several words and hardly a mark of programs. */
	#isProse({ key, to, end, folded }: YamlLine): boolean {
		if (programs.test(key ?? "")) return false;
		const lines = this.#text
			.slice(to, end)
			.split("\n", 60)
			.filter((line) => line.trim() !== "");
		const prose = lines.filter((line) => {
			const words = line.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0;
			const marks = line.match(/[{}=;$|<>&\\]|\w\(/g)?.length ?? 0;
			return words >= 3 && marks * 6 <= words;
		});
		return lines.length > 0 && prose.length * 2 >= lines.length + (folded ? 0 : 1);
	}

	/** Where what stands before a value ends: its key, or the indentation of a line without one. */
	#headEnd({ start, from }: YamlLine, begin: number): number {
		const head = trimmedLineEnd(this.#text, begin, from);
		return head > start ? head : from;
	}

	/** With the line break before a line, but for the first ones. */
	#withBreak(line: number): number {
		return this.#firsts.includes(line) ? line : breakStart(this.#text, line);
	}

	#skipBlanks(at: number, end: number): number {
		return at + Math.min(end - at, indentOf(this.#text, at));
	}
}

/** Escapes that `readEscaped` does not know: YAML has more than JSON. */
const unknownEscape = /\\[^"\\/nrtbfu]/;
