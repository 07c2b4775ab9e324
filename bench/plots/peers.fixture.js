// Made-up figures of peers, with whatever may be missing in real ones.

/** @typedef {import("../peers/result-shape.ts").PeersResult} PeersResult */

/** Seconds for a thousand tokens with one thread. */
const engines = /** @type {const} */ ([
	["promptsieve", "wasm", 0.6],
	["llmlingua-2-js", "wasm", 0.9],
	["llmlingua-python", "cpu", 0.7],
	["promptsieve-native", "cpu", 0.25],
]);

const models = /** @type {const} */ ([
	["embedded", "Embedded, 6 layers × 384", "int8", 1],
	["tinybert", "TinyBERT shape, 4 layers × 312", "fp32", 0.5],
	["mobilebert", "MobileBERT shape, 24 layers × 128", "fp32", 2.2],
	["mbert-base", "mBERT base shape, 12 layers × 768", "fp32", 6],
]);

const runs = models.flatMap(([model, , dtype, factor]) =>
	engines.flatMap(([engine, device, seconds]) =>
		[1, 2].map((threads) => {
			const can = model !== "embedded" || engine.startsWith("promptsieve");
			const note = can ? null : "cannot load it: no such operator";
			return {
				engine,
				model,
				dtype,
				device,
				threads,
				note,
				seconds: can ? (seconds * factor) / threads : null,
			};
		}),
	),
);

/** @param {number | null} value @param {number} factor */
const times = (value, factor) => (value === null ? null : value * factor);

/** @type {PeersResult} */
export const peers = {
	date: "2026-01-01T00:00:00.000Z",
	machine: {
		cpu: "Example CPU",
		cores: 2,
		memoryGiB: 24,
		system: "linux 6",
		loadBefore: 0.1,
		loadAfter: 1.9,
		browser: "Chromium 156",
		node: "20.19.0",
	},
	versions: {},
	long: true,
	tookSeconds: 1000,
	models: models.map(([model, title, dtype]) => ({
		model,
		title,
		weights: model === "embedded" ? "trained" : "random",
		dtype,
		graphBytes: 1e7,
	})),
	speed: runs.flatMap(({ seconds, ...run }) =>
		[1000, 4000, 16000, 64000].map((tokens) => ({
			...run,
			tokens,
			seconds: times(seconds, tokens / 1000),
			bestSeconds: times(seconds, tokens / 1100),
			worstSeconds: times(seconds, tokens / 900),
			repeats: 3,
			secondRateSeconds: times(seconds, run.engine.startsWith("promptsieve") ? 0.004 : tokens / 1000),
			peakMemoryBytes: null,
		})),
	),
	loads: runs.map(({ seconds, ...run }) => ({
		...run,
		loadSeconds: times(seconds, 4),
		downloadBytes: run.device === "wasm" ? times(seconds, 8e7) : null,
	})),
	shipped: /** @type {const} */ (["cold", "warm"]).flatMap((cache) =>
		runs
			.filter(({ model, device, threads }) => model === "tinybert" && device === "wasm" && threads === 2)
			.map(({ seconds, ...run }) => ({
				...run,
				cache,
				megabits: 20,
				tokens: 4000,
				seconds: times(seconds, cache === "cold" ? 60 : 10),
				bestSeconds: null,
				worstSeconds: null,
				repeats: 1,
				downloadBytes: null,
			})),
	),
	interaction: [],
	goals: [],
};
