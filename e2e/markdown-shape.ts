// What a Markdown parser sees of a text, as far as it must be the same after compression.
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString as textOf } from "mdast-util-to-string";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";

export function parseMarkdown(text: string): Root {
	return fromMarkdown(text, {
		extensions: [gfm(), frontmatter(["yaml"])],
		mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml"])],
	});
}

/** A line for everything that may go only as a whole, in the order of the text. */
export function shapeOf(text: string): string[] {
	const lines: string[] = [];
	visit(parseMarkdown(text), [], lines);
	return lines;
}

function visit(node: Nodes, path: readonly string[], lines: string[]): void {
	const line = lineOf(node, path);
	if (line !== "") lines.push(line);
	const nests = node.type === "list" || node.type === "blockquote";
	const inside = nests ? [...path, node.type === "list" && node.ordered ? "ordered" : node.type] : path;
	if ("children" in node) for (const child of node.children) visit(child, inside, lines);
}

function lineOf(node: Nodes, path: readonly string[]): string {
	switch (node.type) {
		case "heading":
			return `heading ${node.depth} ${textOf(node)}`;
		case "listItem":
			return `item ${path.join(">")} ${node.checked ?? ""}`;
		case "code":
			return `code ${node.lang ?? ""} ${node.value}`;
		case "inlineCode":
			return `code ${node.value}`;
		case "link":
		case "image":
			return `${node.type} ${node.url} ${textOf(node) === "" && node.type === "link" ? "empty" : "filled"}`;
		case "linkReference":
		case "imageReference":
		case "definition":
		case "footnoteReference":
		case "footnoteDefinition":
			return `${node.type} ${node.identifier}`;
		case "table":
			return `table ${node.align?.join(",") ?? ""} ${node.children[0] ? textOf(node.children[0]) : ""}`;
		case "tableRow":
			return `row ${node.children.length}`;
		case "html":
			return `html ${node.value}`;
		case "yaml":
		case "thematicBreak":
		case "blockquote":
			return node.type;
		default:
			return "";
	}
}

/** The lines of `output` that are not, in order, lines of `source`. */
export function strangers(source: readonly string[], output: readonly string[]): string[] {
	let at = 0;
	return output.filter((line) => {
		const found = source.indexOf(line, at);
		if (found >= 0) at = found + 1;
		return found < 0;
	});
}
