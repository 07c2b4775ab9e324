// The environments of TeX: what opens and what closes one stay while anything between them stays.
import type { Segment } from "../../segment/segment.ts";
import type { Block } from "../block.ts";

const command = /\\(begin|end)\{([A-Za-z]{1,40}\*?)\}/y;
/** More open environments than this are hostile or no TeX. */
const deepest = 32;

/** A block for each `\begin{x}` with its `\end{x}`, where both are words of their own. */
export function findEnvironments(text: string, segments: readonly Segment[]): Block[] {
	const blocks: Block[] = [];
	const open: { name: string; segment: Segment }[] = [];
	for (const segment of segments) {
		if (segment.kind !== null || text.charCodeAt(segment.start) !== 0x5c) continue;
		command.lastIndex = segment.start;
		const [, part, name] = command.exec(text) ?? [];
		if (name === undefined) continue;
		if (part === "begin") {
			if (open.length === deepest) open.shift();
			open.push({ name, segment });
			continue;
		}
		const at = open.findLastIndex((opener) => opener.name === name);
		const opener = open[at]?.segment;
		if (opener === undefined) continue;
		open.length = at;
		const frame: [number, number][] = [
			[opener.start, opener.end],
			[segment.start, segment.end],
		];
		blocks.push({ start: opener.start, end: segment.end, frame, filled: true });
	}
	return blocks;
}
