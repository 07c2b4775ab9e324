import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawPlots, plotFolder } from "./plots.js";

const drawn = drawPlots();

test.each([...drawn])("%s is what the committed figures give (npm run bench:plots)", (name, content) => {
	expect(readFileSync(new URL(name, plotFolder), "utf8")).toBe(content);
});

test("no plot is left of figures that are gone", () => {
	expect(readdirSync(plotFolder).sort()).toEqual([...drawn.keys()].sort());
});

test.each([...drawn])(
	"%s has a title, a description of its numbers, and nothing that is not one",
	(_name, content) => {
		expect(content).toMatch(/<title id="title">[^<]+<\/title><desc id="description">[^<]*\d[^<]*<\/desc>/);
		expect(content).not.toMatch(/NaN|undefined|Infinity/);
	},
);
