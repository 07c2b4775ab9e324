// One measured row, and how rows are printed.
import { markdownTable } from "./markdown-table.js";

/**
 * @typedef {object} Row
 * @property {string} name what was measured
 * @property {number} value in `unit`
 * @property {string} unit
 * @property {number} [goal] absent: shown for information
 * @property {"at most" | "at least"} [direction] which side of the goal is good; default "at most"
 * @property {string} note how it came about: repetitions, noise, sizes
 */

/** @param {Row} row @returns {boolean | undefined} */
export function isMet({ value, goal, direction = "at most" }) {
	if (goal === undefined) return undefined;
	return direction === "at most" ? value <= goal : value >= goal;
}

/** Three digits are as many as these measurements are good for. @param {number} value */
function short(value) {
	if (Number.isInteger(value) || value >= 100) return value.toFixed(0);
	return value.toFixed(value >= 10 ? 1 : 2);
}

/** @param {readonly Row[]} rows */
export function formatTable(rows) {
	const cells = rows.map((row) => {
		const met = isMet(row);
		const sign = (row.direction ?? "at most") === "at most" ? "≤" : "≥";
		return [
			row.name,
			`${short(row.value)} ${row.unit}`.trim(),
			row.goal === undefined ? "–" : `${sign} ${row.goal} ${row.unit}`.trim(),
			met === undefined ? "–" : met ? "yes" : "no",
			row.note,
		];
	});
	return markdownTable(["measured", "value", "goal", "met", "how"], cells);
}
