// JSON in the strings of a JSON text, as tools' results inside other results are: whoever reads the outer one parses
// the inner one too.
import type { Span } from "../core/options.ts";
import { parseContainer } from "./same-shape.ts";

/** Where the strings of a JSON text that hold an object or an array lie, quotes included. */
export function jsonStrings(json: string): Span[] {
	return Array.from(json.matchAll(/"(?:[^"\\]|\\.)*"/g)).flatMap((match): Span[] => {
		const [text] = match;
		// Most strings begin with neither: those are not parsed.
		if (!/^"(?:\s|\\[nrt])*[[{]/.test(text) || !parseContainer(JSON.parse(text))) return [];
		return [[match.index, match.index + text.length]];
	});
}
