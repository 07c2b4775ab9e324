import { expect, test } from "vitest";
import { downloadPlot, loadPlot, secondRatePlot, shippedPlot } from "./peer-bars.js";
import { peers } from "./peers.fixture.js";
import { speedPlot } from "./speed-plot.js";
import { themes } from "./theme.js";

const draw = { downloadPlot, loadPlot, secondRatePlot, shippedPlot, speedPlot };

test.each(Object.entries(draw))("%s leaves no gap where figures are missing", (_name, plot) => {
	const drawn = plot(peers, themes.light);
	expect(drawn).not.toMatch(/NaN|undefined|Infinity|null/);
	expect(drawn).toContain("promptsieve");
});

test("a line for each way of running a model that has figures", () => {
	const drawn = speedPlot(peers, themes.light);
	expect(drawn.split("@atjsh/llmlingua-2</text>")).toHaveLength(4);
	expect(drawn.split(">promptsieve</text>")).toHaveLength(5);
	expect(drawn).toContain("Python llmlingua, 2 threads</text>");
});

test("a figure that is missing says why", () => {
	expect(loadPlot(peers, themes.dark)).toContain(">cannot load it</text>");
});

test("and says so once for an engine, whatever its threads", () => {
	expect(loadPlot(peers, themes.dark).split(">cannot load it</text>")).toHaveLength(3);
});
