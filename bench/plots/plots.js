// Every plot: its name, and what it is drawn from.
import { readFileSync } from "node:fs";
import { qualityPlot } from "./quality-plot.js";
import { themes } from "./theme.js";

const results = new URL("../results/", import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, results), "utf8"));

/** Where the files lie. */
export const plotFolder = new URL("../../docs/plots/", import.meta.url);

/** @type {Readonly<Record<string, (theme: import("./theme.js").Theme) => string>>} */
const plots = {
	quality: (theme) => qualityPlot(read("quality"), theme),
};

/** All files: name → content. @returns {ReadonlyMap<string, string>} */
export function drawPlots() {
	return new Map(
		Object.entries(plots).flatMap(([name, draw]) =>
			Object.entries(themes).map(([theme, colours]) => [`${name}-${theme}.svg`, draw(colours)]),
		),
	);
}
