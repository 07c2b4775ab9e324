// Of results/peers.json: time for the first result over the length of the text, a panel for each model.
import { duration } from "./amounts.js";
import { byRun, nameOf, onMachine, roleOf } from "./engines.js";
import { axisWidth, drawLines } from "./line-panel.js";
import { headHeight, margin, plotFile } from "./svg.js";

/** @typedef {import("../peers/result-shape.ts").PeersResult} PeersResult */

const columnWidth = 388;
const panelWidth = 152;
const panelHeight = 180;
const rowHeight = panelHeight + 98;

/**
 * @param {PeersResult} result
 * @param {import("./theme.js").Theme} theme
 * @param {"one" | "several"} threads
 */
export function speedPlot({ speed, models, machine }, theme, threads) {
	const rows = speed
		.filter((row) => (row.threads === 1) === (threads === "one"))
		.flatMap((row) => (row.seconds === null ? [] : [{ ...row, seconds: row.seconds }]));
	const panels = models.flatMap(({ model, title }) => {
		const lines = linesOf(rows.filter((row) => row.model === model));
		return lines.length === 0 ? [] : [{ title, lines }];
	});
	const lengths = [...new Set(rows.map(({ tokens }) => tokens))].sort((one, other) => one - other);
	/** @type {import("./line-panel.js").Axis} */
	const x = {
		scale: "log",
		domain: [(lengths[0] ?? 1) * 0.85, (lengths.at(-1) ?? 10) * 1.15],
		ticks: lengths,
		format: short,
		name: "LLM tokens of the text",
	};
	const remark = `Same weights, model loaded; both axes logarithmic. ${onMachine(machine)}`;
	const top = headHeight(remark);
	const count = threads === "one" ? "one thread" : `${rows[0]?.threads} threads`;
	return plotFile(
		theme,
		{
			height: top + 8 + rowHeight * Math.ceil(panels.length / 2),
			title: `Time to a compressed text, ${count}`,
			remark,
			description: panels.map(sayPanel).join(" "),
		},
		...panels.map((panel, at) =>
			drawLines(theme, {
				...panel,
				left: margin + axisWidth + (at % 2) * columnWidth,
				top: top + 38 + Math.floor(at / 2) * rowHeight,
				width: panelWidth,
				height: panelHeight,
				x,
				y: secondsAxis(panel.lines.flatMap(({ points }) => points.map(([, seconds]) => seconds))),
			}),
		),
	);
}

/**
 * A line for each engine that has read texts of more than one length.
 *
 * @param {readonly (import("../peers/result-shape.ts").SpeedRow & { seconds: number })[]} rows
 * @returns {import("./line-panel.js").Line[]}
 */
function linesOf(rows) {
	return byRun(rows)
		.filter((run) => run.length > 1)
		.map((run) => ({
			name: nameOf(run[0], rows),
			role: roleOf(run[0]),
			strong: run[0].engine === "promptsieve",
			points: [...run]
				.sort((one, other) => one.tokens - other.tokens)
				.map(({ tokens, seconds }) => /** @type {const} */ ([tokens, seconds])),
		}));
}

/** @param {{ title: string, lines: readonly import("./line-panel.js").Line[] }} panel */
function sayPanel({ title, lines }) {
	/** @param {import("./line-panel.js").Line} line */
	const sayLine = ({ name, points }) =>
		`${name} ${points.map(([tokens, seconds]) => `${duration(seconds)} for ${short(tokens)}`).join(", ")}`;
	return `${title}: ${lines.map(sayLine).join("; ")}.`;
}

/** A little more than all values, with the powers of ten among them. @param {readonly number[]} seconds @returns {import("./line-panel.js").Axis} */
function secondsAxis(seconds) {
	const domain = /** @type {const} */ ([Math.min(...seconds) * 0.7, Math.max(...seconds) * 1.4]);
	const [least, most] = domain.map(Math.log10);
	const first = Math.ceil(least ?? 0);
	const count = Math.floor(most ?? 0) - first + 1;
	return {
		scale: "log",
		domain,
		ticks: Array.from({ length: count }, (_, at) => 10 ** (first + at)),
		format: (value) => (value < 1 ? `${Math.round(1000 * value)} ms` : `${value.toLocaleString("en")} s`),
	};
}

/** @param {number} tokens */
const short = (tokens) => (tokens < 1000 ? String(tokens) : `${tokens / 1000}k`);
