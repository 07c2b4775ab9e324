// Scores texts with the library as it ships, and selects by its scores or by others.
import { loadCounter } from "../../../src/core/count/count.ts";
import { readWords } from "../../../src/core/read-words.ts";
import { createSelector } from "../../../src/core/select/select.ts";
import { type Compressor, createCompressor } from "../../../src/index.ts";
import type { PageFunctions } from "../page-functions.ts";
import { selectAll } from "./selections.ts";

const counter = loadCounter("o200k_base");
let compressor: Compressor | undefined;

export const scoring: PageFunctions = {
	async open() {
		compressor = createCompressor({ assetsUrl: "./", device: "wasm" });
		const { model, device, dtype, threads } = await compressor.load();
		return { model, device, dtype, threads };
	},

	async words(text) {
		const { start, end, reason, kind, clause } = readWords(text);
		const tokens = (await counter).count(text);
		return {
			start: [...start],
			end: [...end],
			reason: [...reason],
			kind: [...kind],
			clause: [...clause],
			tokens,
		};
	},

	async score({ text, question, rates }) {
		if (!compressor) throw new Error("open() comes first");
		const scored = await compressor.score(text, question === undefined ? {} : { question });
		const { words } = scored;
		const start = words.map((word) => word.start);
		const end = words.map((word) => word.end);
		return {
			keep: words.map(({ keepProbability }) => Number(keepProbability.toFixed(5))),
			selections: selectAll(scored.select, { start, end }, rates),
		};
	},

	async select({ text, scores, rates }) {
		const selections = {};
		for (const [name, values] of Object.entries(scores)) {
			const words = readWords(text);
			if (values.length !== words.start.length)
				throw new Error(`${name} has ${values.length} scores for ${words.start.length} words.`);
			words.keepProbability.set(values);
			const by = { model: name, device: "wasm" } as const;
			const select = createSelector({ text, words, counter: await counter, ...by });
			Object.assign(selections, selectAll(select, words, rates, `${name} `));
		}
		return selections;
	},
};
