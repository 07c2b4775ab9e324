// Of results/peers.json: what is one number for each engine and model, as bars.
import { duration, megabytes } from "./amounts.js";
import { barsHeight, drawBars, sayBars } from "./bars.js";
import { nameOf, onMachine, roleOf, withMostThreads } from "./engines.js";
import { headHeight, margin, plotFile, width } from "./svg.js";

/** @typedef {import("../peers/result-shape.ts").PeersResult} PeersResult */
/** @typedef {import("./theme.js").Theme} Theme */

/** Another rate for a text that has just been compressed. @param {PeersResult} result @param {Theme} theme */
export function secondRatePlot(result, theme) {
	const all = withMostThreads(result.speed);
	const groups = result.models.flatMap(({ model, title }) => {
		const own = all.filter((row) => row.model === model);
		const tokens = longestAskedTwice(own);
		const name = `${title}: ${tokens.toLocaleString("en")} LLM tokens`;
		const rows = own.filter((row) => row.tokens === tokens);
		return byModel({ models: [{ model, title: name }] }, rows, (row) => row.secondRateSeconds, duration);
	});
	return barsFile(theme, groups, {
		title: "A second rate for the same text",
		remark: `Texts that have already been compressed once. ${onMachine(result.machine)}`,
	});
}

/** @param {PeersResult} result @param {Theme} theme */
export function loadPlot(result, theme) {
	return barsFile(
		theme,
		byModel(result, withMostThreads(result.loads), (row) => row.loadSeconds, duration),
		{
			title: "From nothing to a loaded model",
			remark: `Files from the same machine, or its disk. ${onMachine(result.machine)}`,
		},
	);
}

/** @param {PeersResult} result @param {Theme} theme */
export function downloadPlot(result, theme) {
	const rows = withMostThreads(result.loads).filter((row) => row.downloadBytes !== null);
	return barsFile(
		theme,
		byModel(result, rows, (row) => row.downloadBytes, megabytes),
		{
			title: "What a browser downloads",
			remark: "Page, runtime, tokenizer and weights, as the server sent them.",
		},
	);
}

/** Each engine with what it gives by default. @param {PeersResult} result @param {Theme} theme */
export function shippedPlot(result, theme) {
	const [first] = result.shipped;
	const visits = { cold: "First visit", warm: "Second visit" };
	const groups = Object.entries(visits).map(([cache, name]) => {
		const rows = result.shipped.filter((row) => row.cache === cache);
		return { name, bars: rows.map((row) => bar(row, rows, row.seconds, duration)) };
	});
	return barsFile(theme, groups, {
		title: "From opening the page to the first result",
		remark: `${first?.megabits} Mbit/s, a text of ${first?.tokens.toLocaleString("en")} LLM tokens, default settings. ${onMachine(result.machine)}`,
	});
}

/**
 * Of the lengths at which most engines were asked for another rate, the longest.
 *
 * @param {readonly { tokens: number, secondRateSeconds: number | null }[]} rows
 */
function longestAskedTwice(rows) {
	/** @param {number} length */
	const asked = (length) =>
		rows.filter((row) => row.tokens === length && row.secondRateSeconds !== null).length;
	const lengths = rows.map(({ tokens }) => tokens);
	const most = Math.max(0, ...lengths.map(asked));
	return Math.max(0, ...lengths.filter((length) => asked(length) === most));
}

/**
 * @template {import("./engines.js").Run & { note: string | null }} Row
 * @param {{ models: readonly { model: string, title: string }[] }} result
 * @param {readonly Row[]} rows
 * @param {(row: Row) => number | null} valueIn
 * @param {(value: number) => string} format
 */
function byModel({ models }, rows, valueIn, format) {
	return models.flatMap(({ model, title }) => {
		const all = rows.filter((row) => row.model === model);
		const known = new Set(all.filter((row) => valueIn(row) !== null).map(({ engine }) => engine));
		// Why an engine cannot take one file says nothing where it has taken another of the same model.
		const own = all.filter((row) => valueIn(row) !== null || !known.has(row.engine));
		const bars = own.map((row) => bar(row, own, valueIn(row), format));
		return own.length === 0 ? [] : [{ name: title, bars: withoutRepeats(bars) }];
	});
}

/** Without a second bar that says the same. @param {readonly import("./bars.js").Bar[]} bars */
function withoutRepeats(bars) {
	const said = bars.map(({ name, label, value }) => (value === null ? name + label : null));
	return bars.filter(({ value }, at) => value !== null || said.indexOf(said[at] ?? null) === at);
}

/**
 * @param {import("./engines.js").Run & { note: string | null }} row
 * @param {readonly import("./engines.js").Run[]} beside
 * @param {number | null} value
 * @param {(value: number) => string} format
 * @returns {import("./bars.js").Bar}
 */
function bar(row, beside, value, format) {
	const [reason = "not measured"] = (row.note ?? "").split(":");
	return {
		// Where nothing was measured, it's of no account with how many threads.
		name: nameOf(row, value === null ? [] : beside),
		role: roleOf(row),
		value,
		label: value === null ? reason || "not measured" : format(value),
	};
}

/** @param {Theme} theme @param {readonly import("./bars.js").BarGroup[]} groups @param {{ title: string, remark: string }} head */
function barsFile(theme, groups, head) {
	const top = headHeight(head.remark) + 10;
	return plotFile(
		theme,
		{ ...head, height: top + barsHeight(groups) + 20, description: sayBars(groups) },
		drawBars(theme, { left: margin, top, width: width - 2 * margin, groups }),
	);
}
