// The engines of results/peers.json as the plots name and colour them.
import { busyRemark } from "./busy.js";

/** @typedef {import("../peers/result-shape.ts").EngineName} EngineName */

/** @type {Readonly<Record<EngineName, { name: string, role: import("./theme.js").Role }>>} */
const engines = {
	promptsieve: { name: "promptsieve", role: "ours" },
	"promptsieve-native": { name: "promptsieve in Node", role: "other" },
	"llmlingua-2-js": { name: "@atjsh/llmlingua-2", role: "script" },
	"llmlingua-python": { name: "Python llmlingua", role: "python" },
};

/**
 * One way to run one model.
 *
 * @typedef {{ engine: EngineName, model: string, dtype: string, threads: number }} Run
 */

/** @param {Run} run */
export const roleOf = ({ engine }) => engines[engine].role;

/**
 * What tells a run from the others beside it: threads and data type only where they differ.
 *
 * @param {Run} run
 * @param {readonly Run[]} others
 */
export function nameOf({ engine, dtype, threads }, others) {
	const same = others.filter((other) => other.engine === engine);
	const many = threads === 1 ? "1 thread" : `${threads} threads`;
	return [
		engines[engine].name,
		...(same.some((other) => other.dtype !== dtype) ? [dtype] : []),
		...(same.some((other) => other.threads !== threads) ? [many] : []),
	].join(", ");
}

/** @template {Run} Row @param {readonly Row[]} rows @returns {readonly (readonly [Row, ...Row[]])[]} by way of running */
export function byRun(rows) {
	/** @type {Map<string, [Row, ...Row[]]>} */
	const runs = new Map();
	for (const row of rows) {
		const key = [row.engine, row.dtype, row.threads].join();
		const known = runs.get(key);
		if (known) known.push(row);
		else runs.set(key, [row]);
	}
	return [...runs.values()];
}

/**
 * Those with the most threads that anything ran with, and engines that ran with fewer only.
 *
 * @template {Run} Row @param {readonly Row[]} rows
 */
export function withMostThreads(rows) {
	/** @param {Row} row */
	const most = ({ engine, model }) =>
		Math.max(
			...rows.filter((row) => row.engine === engine && row.model === model).map(({ threads }) => threads),
		);
	return rows.filter((row) => row.threads === most(row));
}

/** Part of the line below a plot's title. @param {import("../peers/result-shape.ts").PeersResult["machine"]} machine */
export const onMachine = (machine) =>
	`On ${machine.cores} cores of an ${machine.cpu}, ${machine.browser}.${busyRemark(machine)}`;
