import { expect, it } from "vitest";
import { goalRows } from "./goals.js";

/**
 * @param {import("./result-shape.ts").EngineName} engine
 * @param {number} tokens
 * @param {number | null} seconds
 * @param {number | null} secondRateSeconds
 * @param {string | null} note
 * @returns {import("./result-shape.ts").SpeedRow}
 */
function row(engine, tokens, seconds, secondRateSeconds, note = null) {
	return {
		engine,
		model: "m",
		dtype: "fp32",
		device: "wasm",
		threads: 1,
		note,
		tokens,
		seconds,
		bestSeconds: seconds,
		worstSeconds: seconds,
		repeats: 1,
		secondRateSeconds,
		peakMemoryBytes: null,
	};
}

it("divides what was measured with the same model, threads and length", () => {
	const goals = goalRows([
		row("promptsieve", 16_000, 4, 0.02),
		row("promptsieve", 64_000, 18, 0.1),
		row("llmlingua-2-js", 16_000, 8, 9),
		row("promptsieve-native", 16_000, 1, 0.02),
		{ ...row("promptsieve-native", 64_000, 1, 0.02), threads: 2 },
	]);
	const told = goals.map(({ name, value, met }) => [name.replace(/, .*/, ""), value, met]);
	expect(told).toEqual([
		["as fast as the JS peer: m", 2, true],
		["second rate ÷ the JS peer's: m", 0.02 / 9, true],
		["÷ native onnxruntime: m", 4, false],
		["as fast as the JS peer: m", null, null],
		["second rate ÷ the JS peer's: m", null, null],
		["÷ native onnxruntime: m", null, null],
		["64,000 ÷ 16,000 LLM tokens: m", 4.5, false],
	]);
});

it("says why a number is missing, and asks nothing of short texts but the second rate and native code", () => {
	const goals = goalRows([
		row("promptsieve", 1000, 1, 0.01),
		row("llmlingua-2-js", 1000, null, null, "cannot load it: why"),
	]);
	expect(goals.map(({ name, note }) => [name.replace(/:.*/, ""), note])).toEqual([
		["second rate ÷ the JS peer's", "cannot load it: why"],
		["÷ native onnxruntime", "not measured"],
	]);
});
