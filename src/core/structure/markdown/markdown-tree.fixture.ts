// What a Markdown parser sees in a text, as lines that can be compared: what a shorter text must not change.
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";

const kinds = ["yaml", "toml"] as const;

export function parseMarkdown(text: string): Root {
	return fromMarkdown(text, {
		extensions: [gfm(), frontmatter([...kinds])],
		mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown([...kinds])],
	});
}

/**
 * The structure of `text` from outside in, one line a node: headings with their text, items with their place in the
 * nesting, tables with their columns, code and targets verbatim. Paragraphs' words are left out.
 */
export function outline(text: string): string[] {
	const lines: string[] = [];
	walk(parseMarkdown(text), "", lines);
	return lines;
}

function walk(node: Nodes, path: string, lines: string[]): void {
	if (node.type === "html") lines.push(...(node.value.match(/<[^>]+>/g) ?? []));
	const own = labelOf(node);
	if (own !== null) lines.push(path + own.label);
	const inner = own?.nests ? `${path}${own.label} > ` : path;
	if ("children" in node && !own?.whole) for (const child of node.children) walk(child, inner, lines);
}

interface Description {
	readonly label: string;
	readonly nests?: boolean;
	readonly whole?: boolean;
}

function labelOf(node: Nodes): Description | null {
	switch (node.type) {
		case "heading":
			return { label: `h${node.depth} ${plain(node)}`, whole: true };
		case "list":
			return { label: node.ordered ? "ol" : "ul", nests: true };
		case "listItem":
			return {
				label: node.checked === null || node.checked === undefined ? "li" : `task ${node.checked}`,
				nests: true,
			};
		case "blockquote":
			return { label: "quote", nests: true };
		case "table":
			return {
				label: `table ${node.align?.join()} ${node.children[0] ? plain(node.children[0]) : ""}`,
				nests: true,
			};
		case "tableRow":
			return { label: `row ${node.children.length}` };
		case "code":
		case "inlineCode":
		case "yaml":
			return { label: `${node.type} ${node.value}` };
		case "link":
		case "image":
			return { label: `${node.type} ${node.url} ${node.title ?? ""}` };
		case "linkReference":
		case "imageReference":
		case "footnoteReference":
			return { label: `${node.type} ${node.identifier}` };
		case "definition":
			return { label: `definition ${node.identifier} ${node.url}` };
		case "footnoteDefinition":
			return { label: `footnote ${node.identifier}`, nests: true };
		case "thematicBreak":
			return { label: "rule" };
		default:
			return null;
	}
}

/** A node's text, its children's parted by bars. */
export function plain(node: Nodes): string {
	if ("value" in node) return node.value;
	if ("alt" in node && node.alt) return node.alt;
	return "children" in node ? node.children.map(plain).join(node.type === "tableRow" ? "|" : "") : "";
}

/** The first line of `part` that is not in `whole`, in order; undefined if all are. */
export function firstStranger(part: readonly string[], whole: readonly string[]): string | undefined {
	let at = 0;
	return part.find((line) => {
		while (at < whole.length && whole[at] !== line) at++;
		return at++ >= whole.length;
	});
}
