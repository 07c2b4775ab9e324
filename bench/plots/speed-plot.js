// Of results/peers.json: time for the first result over the length of the text, a panel for each model.
import { duration } from "./amounts.js";
import { byRun, nameOf, onMachine, roleOf } from "./engines.js";
import { drawLines } from "./line-panel.js";
import { headHeight, margin, plotFile } from "./svg.js";

/** @typedef {import("../peers/result-shape.ts").PeersResult} PeersResult */

const width = 800;
const panelWidth = 150;
const panelHeight = 190;
const rowHeight = panelHeight + 96;

/** @param {PeersResult} result @param {import("./theme.js").Theme} theme */
export function speedPlot({ speed, models, machine }, theme) {
	const measured = speed.flatMap((row) => (row.seconds === null ? [] : [{ ...row, seconds: row.seconds }]));
	const panels = models.flatMap(({ model, title }) => {
		const rows = measured.filter((row) => row.model === model);
		const lines = byRun(rows)
			.filter((run) => run.length > 1)
			.map((run) => ({
				name: nameOf(run[0], rows),
				role: roleOf(run[0]),
				strong: run[0].engine === "promptsieve",
				points: [...run]
					.sort((one, other) => one.tokens - other.tokens)
					.map(({ tokens, seconds }) => /** @type {const} */ ([tokens, seconds])),
			}));
		return lines.length === 0 ? [] : [{ title, lines }];
	});
	const lengths = [...new Set(measured.map(({ tokens }) => tokens))].sort((one, other) => one - other);
	const y = secondsAxis(
		panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(([, s]) => s))),
	);
	const said = panels.map(
		({ title, lines }) =>
			`${title}: ${lines.map(({ name, points }) => `${name} ${points.map(([tokens, s]) => `${duration(s)} for ${short(tokens)}`).join(", ")}`).join("; ")}.`,
	);
	return plotFile(
		theme,
		{
			width,
			height: headHeight + 8 + rowHeight * Math.ceil(panels.length / 2),
			title: "Time to a compressed text",
			remark: `Same weights, model loaded. Both axes are logarithmic. ${onMachine(machine)}`,
			description: said.join(" "),
		},
		...panels.map(({ title, lines }, at) =>
			drawLines(theme, {
				left: margin + 46 + (at % 2) * 388,
				top: headHeight + 34 + Math.floor(at / 2) * rowHeight,
				width: panelWidth,
				height: panelHeight,
				x: {
					scale: "log",
					domain: [(lengths[0] ?? 1) * 0.85, (lengths.at(-1) ?? 10) * 1.15],
					ticks: lengths,
					format: short,
					name: "LLM tokens of the text",
				},
				title,
				y,
				lines,
			}),
		),
	);
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
