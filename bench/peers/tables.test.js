import { expect, it } from "vitest";
import { peerTables } from "./tables.js";

/** @type {import("./result-shape.ts").PeersResult} */
const result = {
	date: "2026-01-02T03:04:05.000Z",
	machine: {
		cpu: "CPU",
		cores: 2,
		memoryGiB: 4,
		system: "linux",
		loadBefore: 0.12,
		loadAfter: undefined,
		browser: "Chromium 1",
		node: "20",
	},
	versions: { promptsieve: "1.0.0" },
	long: false,
	tookSeconds: 600,
	models: [{ model: "m", title: "M shape", weights: "random", dtype: "fp32", graphBytes: 1 }],
	speed: [
		{
			engine: "promptsieve",
			model: "m",
			dtype: "fp32",
			device: "wasm",
			threads: 1,
			note: null,
			tokens: 64_000,
			seconds: 0.01234,
			bestSeconds: 0.01,
			worstSeconds: 0.02,
			repeats: 3,
			secondRateSeconds: 123.4,
			peakMemoryBytes: 2 ** 31,
		},
		{
			engine: "llmlingua-2-js",
			model: "m",
			dtype: "fp32",
			device: "wasm",
			threads: 1,
			note: "cannot load it: a | b",
			tokens: 64_000,
			seconds: null,
			bestSeconds: null,
			worstSeconds: null,
			repeats: 0,
			secondRateSeconds: null,
			peakMemoryBytes: null,
		},
	],
	loads: [],
	shipped: [],
	interaction: [],
	goals: [],
};

it("shows what was measured with its spread, and what was not with its reason", () => {
	const cells = peerTables(result)
		.split("\n")
		.filter((line) => line.startsWith("| M shape"))
		.map((line) => line.replace(/ +/g, " "));
	expect(cells).toEqual([
		"| M shape | 1 | 64,000 | promptsieve | 12.3 ms (10 ms – 20 ms) | 123 s | 2,048 MiB | |",
		"| M shape | 1 | 64,000 | @atjsh/llmlingua-2 | not measured | not measured | not measured | cannot load it: a \\| b |",
	]);
});
