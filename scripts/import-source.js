// Runs a TypeScript module of src/ in a script: what it says is written down once.
import { rolldown } from "rolldown";
import { root } from "./run-command.js";

/**
 * @param {string} path below the repository's root, of a module without imports at run time
 * @returns {Promise<never>} the module; the caller names its type
 */
export async function importSource(path) {
	const bundle = await rolldown({ input: `${root}${path}` });
	const { output } = await bundle.generate();
	await bundle.close();
	return /** @type {never} */ (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`));
}
