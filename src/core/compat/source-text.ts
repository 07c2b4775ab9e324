// Compat: a text after replacements, which still knows where its characters come from: the way from the reference's
// tokens back to the source.

/** Source ranges of the code units of a text, which may be another text than the source. */
export interface SourceText {
	readonly text: string;
	/** Half-open ranges in the source, one a code unit of `text`; absent: `text` is the source. */
	readonly places?: { readonly start: Uint32Array; readonly end: Uint32Array };
}

/** The source range of `text[start, end)`; an empty one has an empty range. */
export function sourceRange(
	{ places }: SourceText,
	start: number,
	end: number,
): [start: number, end: number] {
	if (!places || start >= end) return [start, end];
	return [places.start[start] ?? 0, places.end[end - 1] ?? 0];
}

/** All occurrences of `part` replaced; what comes in their place has their range. */
export function replaceAll(source: SourceText, part: string, by: string): SourceText {
	const pieces = source.text.split(part);
	if (part === "" || pieces.length === 1) return source;
	const text = pieces.join(by);
	const start = new Uint32Array(text.length);
	const end = new Uint32Array(text.length);
	let from = 0;
	let to = 0;
	const put = (count: number, range: (offset: number) => readonly [number, number]) => {
		for (let offset = 0; offset < count; offset++) {
			const [first, last] = range(offset);
			start[to] = first;
			end[to++] = last;
		}
	};
	for (const [at, piece] of pieces.entries()) {
		if (at > 0) {
			const whole = sourceRange(source, from, from + part.length);
			put(by.length, () => whole);
			from += part.length;
		}
		const begin = from;
		put(piece.length, (offset) => sourceRange(source, begin + offset, begin + offset + 1));
		from += piece.length;
	}
	return { text, places: { start, end } };
}

/** Parts put together, each with a source range of its own: what decoding a chunk's tokens gives. */
export function joinParts(parts: readonly { text: string; start: number; end: number }[]): SourceText {
	const text = parts.map((part) => part.text).join("");
	const start = new Uint32Array(text.length);
	const end = new Uint32Array(text.length);
	let to = 0;
	for (const part of parts) {
		start.fill(part.start, to, to + part.text.length);
		end.fill(part.end, to, to + part.text.length);
		to += part.text.length;
	}
	return { text, places: { start, end } };
}
