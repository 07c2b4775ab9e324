import { expect, test } from "vitest";
import { downloadPlot, loadPlot, secondRatePlot, shippedPlot } from "./peer-bars.js";
import { peers } from "./peers.fixture.js";
import { speedPlot } from "./speed-plot.js";
import { themes } from "./theme.js";

/** @param {typeof peers} figures @param {import("./theme.js").Theme} theme */
const speedOfSeveral = (figures, theme) => speedPlot(figures, theme, "several");
const draw = { downloadPlot, loadPlot, secondRatePlot, shippedPlot, speedOfSeveral };

test.each(Object.entries(draw))("%s leaves no gap where figures are missing", (_name, plot) => {
	const drawn = plot(peers, themes.light);
	expect(drawn).not.toMatch(/NaN|undefined|Infinity|null/);
	expect(drawn).toContain("promptsieve");
});

test.each(/** @type {const} */ (["one", "several"]))("a line for each engine with figures, %s", (threads) => {
	const drawn = speedPlot(peers, themes.light, threads);
	expect(drawn.split(">@atjsh/llmlingua-2</text>")).toHaveLength(3 + 1);
	expect(drawn.split(">promptsieve</text>")).toHaveLength(4 + 1);
});

test("a figure that is missing says why", () => {
	expect(loadPlot(peers, themes.dark)).toContain(">cannot load it</text>");
});

test("and says so once for an engine, whatever its threads", () => {
	expect(loadPlot(peers, themes.dark).split(">cannot load it</text>")).toHaveLength(3);
});

test("of a second rate each model's longest text is shown that everybody was asked twice", () => {
	const speed = peers.speed.map((row) =>
		row.model === "mbert-base" && row.engine === "llmlingua-2-js" && row.tokens > 1000
			? { ...row, secondRateSeconds: null, note: "second rate: not measured" }
			: row,
	);
	const drawn = secondRatePlot({ ...peers, speed }, themes.light);
	expect(drawn).toContain(">mBERT base shape, 12 layers × 768: 1,000 LLM tokens<");
	expect(drawn).toContain(">TinyBERT shape, 4 layers × 312: 64,000 LLM tokens<");
	expect(drawn).not.toContain("second rate<");
});
