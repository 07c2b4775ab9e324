// Elements of HTML and XML, comments and CDATA sections: which opening tag belongs to which closing one.
import type { Segment } from "../../segment/segment.ts";

export interface Element {
	readonly open: Segment;
	readonly close: Segment;
}

/** Deeper nesting is hostile or no nesting; it also keeps the search for an opening tag short. */
const deepest = 64;
const voidElements = new Set(
	"area base br col embed hr img input link meta param source track wbr".split(" "),
);
const tag = /^<(\/?)([A-Za-z][\w:.-]*)/;

/** The pairs that are clear, in order of their ends: both tags of one name, all between them paired or plain. */
export function findElements(text: string, segments: readonly Segment[]): Element[] {
	const elements: Element[] = [];
	let stack: { name: string; open: Segment }[] = [];
	for (const found of segments) {
		if (found.kind !== "markup" || found.role !== "whole") continue;
		const { name, opens } = partOf(text.slice(found.start, found.end));
		if (name === "") continue;
		if (opens) {
			if (stack.length >= 2 * deepest) stack = stack.slice(deepest);
			stack.push({ name, open: found });
			continue;
		}
		const at = stack.findLastIndex((other) => other.name === name);
		const open = stack[at]?.open;
		if (open === undefined || at < stack.length - deepest) continue;
		stack.length = at;
		elements.push({ open, close: found });
	}
	return elements;
}

function partOf(found: string): { name: string; opens: boolean } {
	if (found === "<!--" || found === "-->") return { name: "!--", opens: found === "<!--" };
	if (found === "<![CDATA[" || found === "]]>") return { name: "![CDATA[", opens: found !== "]]>" };
	const match = tag.exec(found.replace(/^&lt;/, "<"));
	const name = match?.[2] ?? "";
	if (/\/(?:>|&gt;)$/.test(found) || voidElements.has(name.toLowerCase())) return { name: "", opens: false };
	return { name, opens: match?.[1] === "" };
}
