// Of results/breakdown.json: where the time of one text goes. The middle bar is the whole; above it everything but
// the model, enlarged; below it what the model does.
import { milliseconds, percent } from "./amounts.js";
import { busyRemark } from "./busy.js";
import { groupOperators } from "./operator-groups.js";
import { drawStrip, sayParts, stripHeight } from "./strip.js";
import { element, headHeight, lineHeight, linePath, margin, plotFile, text, width, wrap } from "./svg.js";
import { textSize } from "./theme.js";

/** Names of the steps that are not the model's, in the order in which they run. */
const steps = /** @type {const} */ ([
	["words", "find words"],
	["tokenize", "tokenize"],
	["window", "window"],
	["merge", "merge"],
	["messages", "messages"],
	["count", "count"],
	["select", "select"],
	["render", "render"],
]);

const inner = width - 2 * margin;

/**
 * @param {import("../breakdown/result-shape.ts").BreakdownResult} result
 * @param {import("./theme.js").Theme} theme
 */
export function breakdownPlot({ stages, window, text: source, threads, machine }, theme) {
	const around = steps.map(([key, name]) => ({ name, value: Math.max(stages[key], 0) }));
	const rest = around.reduce((sum, { value }) => sum + value, 0);
	const whole = stages.infer + rest;
	const inferWidth = (inner * stages.infer) / whole;
	const operators = groupOperators(window.operators);
	const operatorSum = operators.reduce((sum, { value }) => sum + value, 0);
	// The profile is of one window; its shares are those of all.
	const scaled = operators.map(({ name, value }) => ({ name, value: (value / operatorSum) * stages.infer }));

	const muted = { "font-size": textSize.tick, fill: theme.muted };
	const remark = `One text of ${source.llmTokens.toLocaleString("en")} LLM tokens, ${threads} wasm threads of an ${machine.cpu}: ${milliseconds(whole)}.${busyRemark(machine)}`;
	const above = headHeight(remark) + 22;
	const strip = { left: margin, width: inner, parts: around, firstColour: 1 };
	const names = tell(drawStrip(theme, { ...strip, top: 0 }).narrow);
	const top = above + names.length * lineHeight;
	const enlarged = drawStrip(theme, { ...strip, top });
	const middle = top + stripHeight + 34;
	const wholeStrip = drawStrip(theme, {
		left: margin,
		top: middle,
		width: inner,
		parts: [
			{ name: `the model, ${percent(stages.infer / whole)} of the time`, value: stages.infer },
			{ name: "everything else", value: rest },
		],
	});
	const below = middle + stripHeight + 2;
	const modelStrip = drawStrip(theme, {
		left: margin,
		top: below,
		width: inferWidth,
		parts: scaled,
		firstColour: 2,
	});
	const restLeft = margin + inferWidth;
	return plotFile(
		theme,
		{
			height: below + stripHeight + 42,
			title: "Where the time goes",
			remark,
			description: `The model ${milliseconds(stages.infer)}: ${sayParts(scaled)}. Everything else ${milliseconds(rest)}: ${sayParts(around)}.`,
		},
		text(margin, above - 10, `Everything but the model, ${milliseconds(rest)}, enlarged`, muted),
		enlarged.markup,
		...told(names, above + 9),
		element("path", {
			d: `${linePath([
				[margin, top + stripHeight + 2],
				[restLeft, middle - 2],
				[margin + inner, middle - 2],
				[margin + inner, top + stripHeight + 2],
			])}Z`,
			fill: theme.grid,
		}),
		wholeStrip.markup,
		modelStrip.markup,
		...told(tell(modelStrip.narrow), below + stripHeight + 20),
	);

	/** @param {readonly string[]} lines @param {number} y of the first */
	function told(lines, y) {
		return lines.map((line, at) => text(margin, y + at * lineHeight, line, muted));
	}
}

/** Lines that name what is too narrow for it. @param {readonly import("./strip.js").Part[]} parts */
function tell(parts) {
	return parts.length === 0 ? [] : wrap(`Too narrow for a name: ${sayParts(parts)}`);
}
