// Of results/quality.json: how many answers survive at each rate, for every ranking that was measured.
import { percent } from "./amounts.js";
import { axisWidth, drawLines } from "./line-panel.js";
import { headHeight, margin, plotFile } from "./svg.js";

/**
 * What the plot needs of `training/quality.py`'s file.
 *
 * @typedef {Readonly<Record<string, number>>} Shares by rate, "0.2" to "0.66"
 *
 * @typedef {{ questions: number, bare: Shares, "model on the same"?: { bare: Shares } }} Retention
 *
 * @typedef {{ [ranking: string]: Retention }} Rankings
 * @typedef {{ retention: Rankings, asked: Rankings, "retention by language": object }} Quality
 */

const rates = ["0.2", "0.33", "0.5", "0.66"];

/** @type {import("./line-panel.js").Axis} */
const x = { scale: "linear", domain: [0.18, 0.68], ticks: rates.map(Number), format: percent };

/** @type {import("./line-panel.js").Axis} */
const y = { scale: "linear", domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format: percent };

/** Rankings that need no model: key in the file → name. */
const simple = {
	rarity: "word rarity",
	"tf-idf": "TF-IDF",
	"stop words": "stop words first",
	random: "random",
};

/** @param {Quality} quality @param {import("./theme.js").Theme} theme */
export function qualityPlot(quality, theme) {
	const { retention, asked } = quality;
	const languages = Object.keys(quality["retention by language"]).length;
	const ours = found(retention.model);
	const withQuestion = found(asked.model);
	const context = found(retention["selective context"]);
	/** @type {import("./line-panel.js").Line[]} */
	const all = [
		line("question given", "ours", withQuestion.bare, true),
		line("no question", "ours", ours.bare, true),
		...Object.entries(simple).map(([key, name]) => line(name, "other", found(retention[key]).bare)),
	];
	/** @type {import("./line-panel.js").Line[]} */
	const english = [
		line("no question", "ours", context["model on the same"]?.bare ?? {}, true),
		line("Selective Context", "script", context.bare),
	];
	const remark = `Share of questions whose whole answer is still there, over the LLM tokens kept. Bold: promptsieve.`;
	const top = headHeight(remark) + 36;
	const height = 250;
	const said = [...all, ...english].map(
		({ name, points }) =>
			`${name}: ${points.map(([rate, share]) => `${percent(share)} at ${percent(rate)}`).join(", ")}.`,
	);
	return plotFile(
		theme,
		{
			height: top + height + 62,
			title: "Answers that survive compression",
			remark,
			description: said.join(" "),
		},
		drawLines(theme, {
			left: margin + axisWidth,
			top,
			width: 236,
			height,
			x: { ...x, name: "LLM tokens kept" },
			title: `${ours.questions.toLocaleString("en")} questions, ${languages} languages`,
			y,
			lines: all,
		}),
		drawLines(theme, {
			left: 528,
			top,
			width: 118,
			height,
			x: { ...x, ticks: [0.2, 0.5], name: "LLM tokens kept" },
			title: `${context.questions} English ones`,
			y,
			lines: english,
		}),
	);
}

/**
 * @param {string} name
 * @param {import("./theme.js").Role} role
 * @param {Shares} shares
 * @param {boolean} [strong]
 * @returns {import("./line-panel.js").Line}
 */
function line(name, role, shares, strong = false) {
	const points = rates.map((rate) => /** @type {const} */ ([Number(rate), shares[rate] ?? Number.NaN]));
	return { name, role, strong, points };
}

/** @param {Retention | undefined} row */
function found(row) {
	if (!row) throw new Error("bench/results/quality.json lacks a ranking.");
	return row;
}
