// Which format a whole text is in, where it is one: then no Markdown is looked for in it.

import { runSteps, type Steps } from "../steps.ts";
import type { Structure } from "./block.ts";
import { readCode } from "./code/code.ts";
import { beginsDiff } from "./code/diff.ts";
import { readProgram } from "./code/program.ts";
import { isJson, readJson } from "./data/json.ts";
import { isLooseJson } from "./data/json-loose.ts";
import { readSettings } from "./data/settings.ts";
import { readYaml } from "./data/yaml.ts";
import { Parts } from "./parts.ts";

/**
 * Reads a text that is data from its first character to its last, or gives null. In doubt a text is prose, in
 * which data is found by `readRegions`.
 */
export function readData(text: string): Structure | null {
	return runSteps(readDataInSteps(text));
}

/** The same with pauses. */
export function* readDataInSteps(text: string): Steps<Structure | null> {
	const parts = new Parts();
	return (yield* readWhole(text, parts)) ? parts : null;
}

function* readWhole(text: string, parts: Parts): Steps<boolean> {
	const end = text.trimEnd().length;
	const start = text.length - text.trimStart().length;
	const first = text.charAt(start);
	if ((first === "{" || first === "[") && (isJson(text, start, end) || isLooseJson(text, start, end))) {
		readJson(text, start, end, parts);
		return true;
	}
	if (yield* readYaml(text, start, end, parts)) return true;
	if (beginsDiff(text, start)) return false;
	if (yield* readSettings(text, start, end, parts)) return true;
	yield;
	const program = readProgram(text);
	yield;
	if (program !== null) yield* readCode(text, program, parts);
	return program !== null;
}
