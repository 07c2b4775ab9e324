// Weights that a graph keeps in a file of its own, because an ONNX file holds at most 2 GB. Read before the session is
// made, which gets the contents by the names that the graph uses.
import type { FolderFile, Locate } from "./model-folder.ts";

/** A file's content, by its path from the graph's folder. */
export interface ExternalData {
	readonly path: string;
	readonly data: Uint8Array;
}

/** The file that exports name after the graph, if the graph names it: `model.onnx` → `model.onnx_data`. */
export function namedExternalData(
	graph: FolderFile,
	content: Uint8Array,
	locate: Locate,
): readonly FolderFile[] {
	const name = `${graph.name}_data`;
	return includes(content, new TextEncoder().encode(pathFrom(graph, name))) ? [locate(name)] : [];
}

/** How the graph calls a file of the model's folder: paths go from the graph's own folder. */
export function pathFrom(graph: FolderFile, name: string): string {
	const folder = graph.name.slice(0, graph.name.lastIndexOf("/") + 1);
	return name.startsWith(folder) ? name.slice(folder.length) : name;
}

function includes(content: Uint8Array, wanted: Uint8Array): boolean {
	const [first = 0] = wanted;
	for (let at = content.indexOf(first); at >= 0; at = content.indexOf(first, at + 1)) {
		if (wanted.every((byte, index) => content[at + index] === byte)) return true;
	}
	return false;
}
