// The tables that stand in bench/README.md, from peers.json alone.
import { markdownTable } from "../markdown-table.js";

/**
 * @typedef {import("./result-shape.ts").PeersResult} PeersResult
 * @typedef {import("./result-shape.ts").EngineName} EngineName
 */

/** @type {Record<EngineName, string>} */
const engineNames = {
	promptsieve: "promptsieve",
	"llmlingua-2-js": "@atjsh/llmlingua-2",
	"llmlingua-python": "llmlingua (Python)",
	"promptsieve-native": "promptsieve in Node, native",
};

const actions = {
	first: "pasted text → result",
	rate: "another rate → result",
	edit: "a word changed → result",
};

/** @param {PeersResult} result @returns {string} Markdown */
export function peerTables(result) {
	const { machine, versions } = result;
	return [
		`Run on ${result.date.slice(0, 10)} in ${(result.tookSeconds / 60).toFixed(0)} minutes: ${machine.cores} cores of an ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.browser}, Node ${machine.node}; load before ${load(machine.loadBefore)}, at the end ${load(machine.loadAfter)}. ${Object.entries(
			versions,
		)
			.map(([name, version]) => `${name} ${version}`)
			.join(", ")}.`,
		"### Same weights",
		speedTable(result),
		"### Loading, same weights",
		loadTable(result),
		"### As shipped",
		shippedTable(result),
		"### Interaction",
		interactionTable(result),
		"### Goals",
		goalTable(result),
	].join("\n\n");
}

/** @param {PeersResult} result */
function speedTable({ speed, models }) {
	const lines = models.flatMap(({ model, title }) =>
		speed
			.filter((row) => row.model === model)
			.sort((a, b) => a.threads - b.threads || a.tokens - b.tokens)
			.map((row) => [
				title,
				String(row.threads),
				count(row.tokens),
				engineNames[row.engine],
				withSpread(row),
				time(row.secondRateSeconds),
				mebibytes(row.peakMemoryBytes),
				row.note ?? "",
			]),
	);
	return markdownTable(
		["model", "threads", "LLM tokens", "engine", "first rate", "second rate", "peak memory", "remark"],
		lines,
	);
}

/** @param {PeersResult} result */
function loadTable({ loads }) {
	return markdownTable(
		["model", "threads", "engine", "load", "download", "remark"],
		loads.map((row) => [
			row.model,
			String(row.threads),
			engineNames[row.engine],
			time(row.loadSeconds),
			megabytes(row.downloadBytes),
			row.note ?? "",
		]),
	);
}

/** @param {PeersResult} result */
function shippedTable({ shipped }) {
	return markdownTable(
		["engine", "model", "threads", "cache", "opened → first result", "download", "remark"],
		shipped.map((row) => [
			engineNames[row.engine],
			`${row.model}, ${row.dtype}`,
			String(row.threads),
			`${row.cache}, ${row.megabits} Mbit/s`,
			withSpread(row),
			megabytes(row.downloadBytes),
			row.note ?? "",
		]),
	);
}

/** @param {PeersResult} result */
function interactionTable({ interaction }) {
	return markdownTable(
		[
			"LLM tokens",
			"what",
			"engine",
			"event → painted",
			"longest main-thread task",
			"blocked in all",
			"remark",
		],
		[...interaction]
			.sort((a, b) => a.tokens - b.tokens || a.action.localeCompare(b.action))
			.map((row) => [
				count(row.tokens),
				actions[row.action],
				`${engineNames[row.engine]} (${row.model})`,
				withSpread(row),
				time(row.longestTaskSeconds),
				time(row.blockedSeconds),
				row.note ?? "",
			]),
	);
}

/** @param {PeersResult} result */
function goalTable({ goals }) {
	return markdownTable(
		["measured", "value", "goal", "met", "how"],
		goals.map(({ name, value, unit, goal, direction, met, note }) => [
			name,
			value === null ? "not measured" : `${value.toPrecision(3)} ${unit}`,
			`${direction === "at most" ? "≤" : "≥"} ${goal} ${unit}`,
			met === null ? "–" : met ? "yes" : "no",
			note,
		]),
	);
}

/** @param {{ seconds: number | null, bestSeconds: number | null, worstSeconds: number | null, repeats: number }} row */
function withSpread({ seconds, bestSeconds, worstSeconds, repeats }) {
	if (seconds === null || repeats < 2) return time(seconds);
	return `${time(seconds)} (${time(bestSeconds)} – ${time(worstSeconds)})`;
}

/** @param {number | null} seconds */
function time(seconds) {
	if (seconds === null) return "not measured";
	if (seconds === 0) return "0";
	if (seconds >= 100) return `${seconds.toFixed(0)} s`;
	return seconds >= 1 ? `${seconds.toPrecision(3)} s` : `${Number((seconds * 1000).toPrecision(3))} ms`;
}

/** @param {number} value */
const count = (value) => value.toLocaleString("en");

/** @param {number | null} bytes */
const megabytes = (bytes) => (bytes === null ? "–" : `${(bytes / 1e6).toFixed(1)} MB`);

/** @param {number | null} bytes */
const mebibytes = (bytes) => (bytes === null ? "not measured" : `${count(Math.round(bytes / 2 ** 20))} MiB`);

/** @param {number | undefined} value */
const load = (value) => value?.toFixed(1) ?? "unknown";
