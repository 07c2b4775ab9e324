// Every plot: its name, and the figures that it is drawn from.
import { existsSync, readFileSync } from "node:fs";
import { breakdownPlot } from "./breakdown-plot.js";
import { downloadPlot, loadPlot, secondRatePlot, shippedPlot } from "./peer-bars.js";
import { qualityPlot } from "./quality-plot.js";
import { rooflinePlot } from "./roofline-plot.js";
import { speedPlot } from "./speed-plot.js";
import { themes } from "./theme.js";

const results = new URL("../results/", import.meta.url);

/** Where the files lie. */
export const plotFolder = new URL("../../docs/plots/", import.meta.url);

/** Pages with places for plots, and where the plots' folder lies from each. */
export const pagesWithPlots = [
	{ place: new URL("../README.md", import.meta.url), folder: "../docs/plots/" },
	{ place: new URL("../../README.md", import.meta.url), folder: "docs/plots/" },
];

/**
 * Draws from what a file of figures holds.
 *
 * @typedef {(figures: never, theme: import("./theme.js").Theme) => string} Plot
 */

/** File below results/ → its plots by name. @type {Readonly<Record<string, Readonly<Record<string, Plot>>>>} */
const plots = {
	quality: { quality: qualityPlot },
	breakdown: { breakdown: breakdownPlot, roofline: rooflinePlot },
	peers: {
		speed: (figures, theme) => speedPlot(figures, theme, "several"),
		"speed-one-thread": (figures, theme) => speedPlot(figures, theme, "one"),
		"second-rate": secondRatePlot,
		load: loadPlot,
		download: downloadPlot,
		shipped: shippedPlot,
	},
};

/** All files of the figures that are there: name → content. @returns {ReadonlyMap<string, string>} */
export function drawPlots() {
	/** @type {Map<string, string>} */
	const files = new Map();
	for (const [figures, drawn] of Object.entries(plots)) {
		const place = new URL(`${figures}.json`, results);
		if (!existsSync(place)) continue;
		const content = /** @type {never} */ (JSON.parse(readFileSync(place, "utf8")));
		for (const [name, draw] of Object.entries(drawn)) {
			for (const [theme, colours] of Object.entries(themes)) {
				files.set(`${name}-${theme}.svg`, draw(content, colours));
			}
		}
	}
	return files;
}
