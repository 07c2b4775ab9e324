// Programs: the code stays line by line, comments get shorter.
import type { Span } from "../../options.ts";
import type { Steps } from "../../steps.ts";
import { breakStart, contentEnd, indentOf, lineEnd, standsAlone, trimmedLineEnd } from "../lines.ts";
import type { Parts } from "../parts.ts";
import type { Comment } from "./comments.ts";
import type { Program } from "./program.ts";

/** Comments that tools read. */
const directive =
	/^(?:#!|# ?(?:-\*-|type:|noqa|pylint|pragma|fmt:|mypy|ruff|%%|region|endregion|shellcheck)|\/\/ ?(?:@ts-|eslint|prettier-|biome-|go:|nolint|NOLINT|#(?:end)?region|\+build|istanbul|c8 |swiftlint|clang-format|language=|@flow)|\/\/\/ ?<|\/\*[!*]? ?(?:eslint|istanbul|@preserve|@license|global |jshint|webpack|[#@]__PURE__))/i;
/** What opens a line of a comment, with a tag and the name that it is about. */
const lineOpener =
	/[ \t]*(?:\/{2,}!?|#+|--+|\*(?!\/))?[ \t]*(?:[@\\](?:param|returns?|throws|arg|argument|property|template|type|typedef|deprecated|see|since|example)\b(?:[ \t]+\{[^}\n]{0,80}\})?(?:[ \t]+[\w.$[\]=]{1,60}(?=[ \t]+-|[ \t]{2,}))?|:(?:param|type|returns?|rtype|raises)\b[^:\n]{0,60}:)?/y;
const opening = /\/\*+!?|[rRuUbB]{0,2}(?:"""|''')/y;

/** Reads a text that is a program. */
export function* readCode(text: string, { comments }: Program, parts: Parts): Steps<void> {
	const reader = new CodeReader(text, parts);
	let from = 0;
	for (const comment of comments) {
		yield;
		if (!isFree(text, comment)) continue;
		const start = openingStart(text, comment);
		yield* reader.code(from, start);
		reader.comment({ ...comment, start });
		from = comment.end;
	}
	yield* reader.code(from, text.length);
}

/** A comment between code on one line stays, and so does one that tools read. */
function isFree(text: string, { start, end, kind }: Comment): boolean {
	if (directive.test(text.slice(start, start + 40))) return false;
	if (kind === "line") return /[ \t\n]/.test(text.charAt(start - 1) || "\n");
	return standsAlone(text, start, end) && !mayClose(text.slice(start, end), kind);
}

/** Whether a comment or docstring might end early when words in it go. */
function mayClose(comment: string, kind: Comment["kind"]): boolean {
	if (kind === "doc") {
		const content = comment.slice(0, -3).replace(/^[rRuUbB]{0,2}.{3}/, "");
		return content.includes(comment.slice(-1)) || content.includes("\\");
	}
	return (
		!/^\/\*+!?\s/.test(comment) ||
		/[^\s*/]\*|\*[^\s*/]/.test(comment.slice(2, -2).replace(/\n[ \t]*\*+/g, "\n"))
	);
}

/** With the blanks before a comment that stands behind code. */
function openingStart(text: string, { start }: Comment): number {
	let at = start;
	while (at > 0 && /[ \t]/.test(text.charAt(at - 1))) at--;
	return text.charAt(at - 1) === "\n" || at === 0 ? start : at;
}

class CodeReader {
	readonly #text: string;
	readonly #parts: Parts;
	/** Whether code or the quotes of a docstring stand above: then a line takes the break before it along. */
	#begun = false;

	constructor(text: string, parts: Parts) {
		this.#text = text;
		this.#parts = parts;
	}

	/** Code stays, one word a line. */
	*code(start: number, end: number): Steps<void> {
		for (let at = start; at < end; ) {
			yield;
			const stop = Math.min(end, lineEnd(this.#text, at));
			const last = trimmedLineEnd(this.#text, at, stop);
			if (last > at) {
				this.#parts.push("code", this.#begun ? breakStart(this.#text, at) : at, last);
				this.#begun = true;
			}
			at = stop + 1;
		}
	}

	comment({ start, end, kind }: Comment): void {
		const text = this.#text;
		if (kind === "line") {
			if (!this.#line(this.#lineStart(start), start, end)) this.#parts.word(this.#lineStart(start), end);
			return;
		}
		opening.lastIndex = start;
		const open = opening.test(text) ? opening.lastIndex : start + 3;
		const close = this.#closeStart(end - (kind === "doc" ? 3 : 2), open);
		const begin = this.#lineStart(start);
		// The quotes of a docstring are code.
		const mark = (from: number, to: number) =>
			this.#parts.push(kind === "doc" ? "code" : "markup", from, to, "marker");
		mark(begin, open);
		if (kind === "doc") this.#begun = true;
		let from = -1;
		for (let at = open; at < close; ) {
			const stop = Math.min(close, lineEnd(text, at));
			const last = contentEnd(text, at, stop);
			if (at === open) this.#parts.prose(text, at, last);
			else if (trimmedLineEnd(text, at, last) > at) {
				if (from < 0) from = breakStart(text, at);
				if (this.#line(from, at, last)) from = -1;
			}
			at = stop + 1;
		}
		const closing = from < 0 ? close : from;
		mark(closing, end);
		const frame: Span[] = [
			[begin, open],
			[closing, end],
		];
		this.#parts.block({ start: begin, end, frame });
	}

	/**
	 * A line of a comment with what stands above it from `begin` on; false if it holds nothing but its opener, and
	 * belongs to the next one.
	 */
	#line(begin: number, start: number, end: number): boolean {
		const text = this.#text;
		lineOpener.lastIndex = start;
		const content = lineOpener.test(text) ? Math.min(lineOpener.lastIndex, end) : start;
		const marked = trimmedLineEnd(text, start, content);
		const opener = marked > start ? marked : content;
		if (!/[\p{L}\p{N}]/u.test(text.slice(opener, end))) {
			const empty = !/[\p{L}\p{N}]/u.test(text.slice(start, opener));
			if (!empty) this.#parts.word(begin, trimmedLineEnd(text, start, end));
			return !empty;
		}
		this.#parts.mark(begin, opener);
		this.#parts.block({ start: begin, end, frame: [[begin, opener]] });
		this.#parts.prose(text, opener, end);
		return true;
	}

	/** Where what stands before a comment on its line begins: its indentation with the line break, or `start`. */
	#lineStart(start: number): number {
		const line = this.#text.lastIndexOf("\n", start - 1) + 1;
		return line + indentOf(this.#text, line) === start ? breakStart(this.#text, line) : start;
	}

	/** Closing marks on a line of their own take it along. */
	#closeStart(close: number, open: number): number {
		const line = this.#text.lastIndexOf("\n", close - 1) + 1;
		const from = breakStart(this.#text, line);
		return from >= open && from < line && line + indentOf(this.#text, line) === close ? from : close;
	}
}
