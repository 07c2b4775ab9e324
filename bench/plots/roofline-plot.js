// Of results/breakdown.json: which share of what a runtime can calculate at most the model reaches.
import { digits, percent } from "./amounts.js";
import { barsHeight, drawBars, sayBars } from "./bars.js";
import { busyRemark } from "./busy.js";
import { headHeight, margin, plotFile, width } from "./svg.js";

const runtimes = { wasm: "WebAssembly, one thread", native: "Native, one thread" };

/**
 * @param {import("../breakdown/result-shape.ts").BreakdownResult} result
 * @param {import("./theme.js").Theme} theme
 */
export function rooflinePlot({ rooflines, machine, windowTokens }, theme) {
	const groups = rooflines.map(({ runtime, peaks, window, share }) => ({
		name: `${runtimes[runtime]}: peak ${digits(peaks.int8.gops)} int8 and ${digits(peaks.fp32.gops)} fp32 GOP/s`,
		bars: [
			productBar("int8 products", window, peaks.int8.gops, "DynamicQuantizeMatMul"),
			productBar("attention, fp32", window, peaks.fp32.gops, "MultiHeadAttention"),
			{
				name: "whole window",
				role: /** @type {const} */ ("ours"),
				value: share,
				label: `${percent(share)}, ${digits(window.bestMs)} ms`,
			},
		],
	}));
	const remark = `A window of ${windowTokens} tokens on an ${machine.cpu}, fastest runs. Full length: the runtime's fastest plain product.${busyRemark(machine)}`;
	const top = headHeight(remark) + 10;
	return plotFile(
		theme,
		{
			height: top + barsHeight(groups) + 20,
			title: "Share of the machine's peak that the model reaches",
			remark,
			description: sayBars(groups),
		},
		drawBars(theme, { left: margin, top, width: width - 2 * margin, groups, end: 1 }),
	);
}

/**
 * @param {string} name
 * @param {import("../breakdown/result-shape.ts").Profile} window
 * @param {number} peak GOP/s
 * @param {string} operator
 * @returns {import("./bars.js").Bar}
 */
function productBar(name, { operators }, peak, operator) {
	const found = operators.find((time) => time.operator === operator);
	if (!found) return { name, role: "other", value: null, label: `no ${operator}` };
	const gops = found.operations / (found.bestMs * 1e6);
	return { name, role: "other", value: gops / peak, label: `${percent(gops / peak)}, ${digits(gops)} GOP/s` };
}
