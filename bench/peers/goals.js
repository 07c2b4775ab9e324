// The goals, from the rows of the same run. A goal whose numbers are missing stays open.

/**
 * @typedef {import("./result-shape.ts").SpeedRow} SpeedRow
 * @typedef {import("./result-shape.ts").GoalRow} GoalRow
 */

/**
 * @param {readonly SpeedRow[]} speed
 * @returns {readonly GoalRow[]}
 */
export function goalRows(speed) {
	/** @param {SpeedRow} row @param {import("./result-shape.ts").EngineName} engine */
	const beside = (row, engine) =>
		speed.find(
			(other) =>
				other.engine === engine &&
				other.model === row.model &&
				other.threads === row.threads &&
				other.tokens === row.tokens,
		);
	return speed
		.filter(({ engine }) => engine === "promptsieve")
		.flatMap((row) => {
			const peer = beside(row, "llmlingua-2-js");
			const native = beside(row, "promptsieve-native");
			const quarter = speed.find(
				(other) =>
					other.engine === "promptsieve" &&
					other.model === row.model &&
					other.threads === row.threads &&
					other.tokens === 16_000,
			);
			const what = `${row.model}, ${row.tokens} LLM tokens, threads: ${row.threads}`;
			const rows = [];
			if (row.tokens >= 4000) {
				rows.push(
					goal(`as fast as the JS peer: ${what}`, peer?.seconds, row.seconds, "at least", 1.5, peer?.note),
				);
			}
			rows.push(
				goal(
					`second rate ÷ the JS peer's: ${what}`,
					row.secondRateSeconds,
					peer?.secondRateSeconds,
					"at most",
					0.5,
					peer?.note,
				),
				goal(`÷ native onnxruntime: ${what}`, row.seconds, native?.seconds, "at most", 2.2, native?.note),
			);
			if (row.tokens === 64_000) {
				rows.push(
					goal(
						`64,000 ÷ 16,000 LLM tokens: ${row.model}, threads: ${row.threads}`,
						row.seconds,
						quarter?.seconds,
						"at most",
						4.3,
						null,
					),
				);
			}
			return rows;
		});
}

/**
 * @param {string} name
 * @param {number | null | undefined} dividend
 * @param {number | null | undefined} divisor
 * @param {"at most" | "at least"} direction
 * @param {number} limit
 * @param {string | null | undefined} note
 * @returns {GoalRow}
 */
function goal(name, dividend, divisor, direction, limit, note) {
	const isKnown = typeof dividend === "number" && typeof divisor === "number";
	const value = isKnown ? dividend / divisor : null;
	const met = value === null ? null : direction === "at most" ? value <= limit : value >= limit;
	return {
		name,
		value,
		unit: "×",
		goal: limit,
		direction,
		met,
		note: isKnown ? `${seconds(dividend)} ÷ ${seconds(divisor)}` : (note ?? "not measured"),
	};
}

/** @param {number} value */
const seconds = (value) => (value < 1 ? `${(value * 1000).toPrecision(3)} ms` : `${value.toPrecision(3)} s`);
