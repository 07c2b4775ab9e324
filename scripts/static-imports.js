// What a module brings with it at once: itself and all that it imports statically. Measured by .size-limit.js.
import { relative } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./run-command.js";

/**
 * @param {string} entry path below the repository's root
 * @returns {Promise<string[]>} paths of the entry and its static imports, of imports' imports too
 */
export async function staticImports(entry) {
	/** @type {Map<string, readonly string[]>} */
	const imports = new Map();
	const bundle = await rolldown({
		input: `${root}${entry}`,
		treeshake: false,
		external: (id) => !/^[./]/.test(id),
		plugins: [
			{
				name: "static-imports",
				moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
			},
		],
	});
	await bundle.generate();
	await bundle.close();
	const found = new Set([`${root}${entry}`]);
	for (const id of found) {
		for (const imported of imports.get(id) ?? []) if (imports.has(imported)) found.add(imported);
	}
	return [...found].map((path) => relative(root, path));
}
