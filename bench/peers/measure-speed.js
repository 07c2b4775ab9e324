// Rows: the same texts through every engine with the same weights, with one thread and with several.
import { measureTexts } from "./measure-texts.js";
import { engineOpeners } from "./open-engines.js";

/** Engines with these would not fit into memory beside each other, and take minutes a text. */
const large = new Set(["mbert-base", "xlm-r-large"]);

/**
 * @typedef {object} SpeedOptions
 * @property {readonly import("./models.js").BenchModel[]} models
 * @property {readonly number[] | undefined} sizes only these lengths; absent: all that a model's list has
 * @property {boolean} long
 * @property {string | undefined} python
 * @property {string} executablePath
 * @property {number} threads how many "several" are
 * @property {{ alone: import("./bench-server.js").BenchServer, isolated: import("./bench-server.js").BenchServer }} servers
 * @property {(tokens: number) => string} nextText
 */

/**
 * @param {SpeedOptions} options
 * @param {(measured: import("./measure-texts.js").Measured) => void} note takes each model's rows on
 */
export async function measureSpeed(options, note) {
	for (const model of options.models) {
		const isLarge = large.has(model.model);
		const secondRateTokens = options.long ? Number.POSITIVE_INFINITY : isLarge ? 1000 : 4000;
		for (const threads of new Set([1, options.threads])) {
			const lengths = lengthsOf(model, threads, options.long).filter(
				(tokens) => options.sizes?.includes(tokens) ?? true,
			);
			if (lengths.length === 0) continue;
			console.log(`Measuring ${model.title}, threads: ${threads}, LLM tokens: ${lengths.join(", ")} …`);
			const texts = lengths.map((tokens) => ({
				tokens,
				texts: Array.from({ length: isLarge ? 1 : repeats(tokens) }, () => options.nextText(tokens)),
			}));
			const warmUps = [options.nextText(400), options.nextText(400)];
			const openers = engineOpeners(model, threads, options);
			for (const group of isLarge ? openers.map((opener) => [opener]) : [openers]) {
				note(await measureTexts(group, { model, threads, texts, warmUps, secondRateTokens }));
			}
		}
	}
}

/** @param {import("./models.js").BenchModel} model @param {number} threads @param {boolean} long */
function lengthsOf(model, threads, long) {
	if (threads === 1) return long ? model.longOneThread : model.oneThread;
	return long ? model.longThreads : model.threads;
}

/** @param {number} tokens */
function repeats(tokens) {
	if (tokens <= 1000) return 3;
	return tokens <= 4000 ? 2 : 1;
}
