// What onnxruntime's profiler wrote, as a time and a count of operations for each kind of operator.
import { median } from "../statistics.js";
import { operationsOf } from "./operations.js";

/** @typedef {import("./profile-event.ts").ProfileEvent} ProfileEvent */

/**
 * @param {readonly ProfileEvent[]} events as written: a run's operators, then the run itself
 * @param {number} warmUps runs at the beginning that do not count
 * @returns {import("./result-shape.ts").Profile}
 */
export function readProfile(events, warmUps) {
	/** @type {{ ms: number, nodes: readonly ProfileEvent[] }[]} */
	const runs = [];
	/** @type {ProfileEvent[]} */
	let nodes = [];
	for (const event of events) {
		if (event.cat === "Node" && event.name.endsWith("_kernel_time")) nodes.push(event);
		if (event.name !== "model_run") continue;
		runs.push({ ms: event.dur / 1000, nodes });
		nodes = [];
	}
	const counted = runs.slice(warmUps);
	const [one] = counted;
	if (!one) throw new Error(`The profile has ${runs.length} runs, ${warmUps} of them to warm up.`);
	/** @param {string} operator */
	const runsOf = (operator) => counted.map((run) => timeOf(run.nodes, operator));
	const operators = [...new Set(one.nodes.map(operatorOf))].map((operator) => {
		const calls = one.nodes.filter((node) => operatorOf(node) === operator);
		const operations = calls.map(({ args }) => {
			const [output = {}] = args.output_type_shape ?? [];
			return operationsOf(operator, (args.input_type_shape ?? []).map(shapeOf), shapeOf(output));
		});
		return {
			operator,
			calls: calls.length,
			ms: median(runsOf(operator)),
			bestMs: Math.min(...runsOf(operator)),
			operations: operations.reduce((sum, found) => sum + (found?.count ?? 0), 0),
			arithmetic: operations[0]?.arithmetic ?? null,
		};
	});
	operators.sort((one, other) => other.ms - one.ms);
	const times = counted.map(({ ms }) => ms);
	return { runs: counted.length, ms: median(times), bestMs: Math.min(...times), operators };
}

/** @param {ProfileEvent} event */
const operatorOf = ({ args }) => args.op_name ?? "unknown";

/** @param {import("./profile-event.ts").TypedShape} typed */
const shapeOf = (typed) => Object.values(typed)[0] ?? [];

/** @param {readonly ProfileEvent[]} nodes @param {string} operator */
const timeOf = (nodes, operator) =>
	nodes.filter((node) => operatorOf(node) === operator).reduce((sum, { dur }) => sum + dur, 0) / 1000;
