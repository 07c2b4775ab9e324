// Opens a group of engines, hands each text to all of them in turn, and makes rows of the times.
import { median } from "../statistics.js";
import { attempt } from "./attempt.js";

/**
 * @typedef {object} Measured
 * @property {readonly import("./result-shape.ts").SpeedRow[]} speed
 * @property {readonly import("./result-shape.ts").LoadRow[]} loads
 */

/**
 * @typedef {object} TextPlan
 * @property {import("./models.js").BenchModel} model
 * @property {number} threads
 * @property {readonly { tokens: number, texts: readonly string[] }[]} texts from short to long
 * @property {readonly string[]} warmUps texts that come first and are not timed
 * @property {number} secondRateTokens up to this length engines that read the text again are timed at a second rate too
 */

/** Longest wait for one text. */
const limitSeconds = 300;

/**
 * @param {readonly import("./open-engines.js").Opener[]} openers
 * @param {TextPlan} plan
 * @returns {Promise<Measured>}
 */
export async function measureTexts(openers, { model, threads, texts, warmUps, secondRateTokens }) {
	const runs = [];
	for (const opener of openers) {
		const opened = await attempt(opener.open, limitSeconds);
		const run = {
			opener,
			engine: opened.value,
			failure: opened.failure && `cannot load it: ${opened.failure}`,
		};
		for (const text of warmUps) await timed(run, text, 0.5);
		runs.push(run);
	}

	/** @type {import("./result-shape.ts").SpeedRow[]} */
	const speed = [];
	for (const { tokens, texts: sameLength } of texts) {
		const times = runs.map(() => ({
			first: /** @type {number[]} */ ([]),
			second: /** @type {number[]} */ ([]),
		}));
		for (const [at, text] of sameLength.entries()) {
			// Each text begins with another engine, so that none is always the one after a pause.
			for (let step = 0; step < runs.length; step++) {
				const place = (at + step) % runs.length;
				const [run, time] = [runs[place], times[place]];
				if (!run || !time) continue;
				push(time.first, await timed(run, text, 0.5));
				const isQuick = run.opener.engine.startsWith("promptsieve");
				if (isQuick || tokens <= secondRateTokens) push(time.second, await timed(run, text, 0.33));
			}
		}
		for (const [place, run] of runs.entries()) {
			const { first = [], second = [] } = times[place] ?? {};
			speed.push({
				...common(run.opener),
				note: run.failure ?? run.opener.remark ?? (second.length === 0 ? "second rate: not measured" : null),
				tokens,
				seconds: middle(first),
				bestSeconds: first.length === 0 ? null : Math.min(...first),
				worstSeconds: first.length === 0 ? null : Math.max(...first),
				repeats: first.length,
				secondRateSeconds: middle(second),
				peakMemoryBytes: run.failure ? null : ((await run.engine?.peakBytes()) ?? null),
			});
		}
	}
	const loads = runs.map(({ opener, engine, failure }) => ({
		...common(opener),
		// What failed later says nothing of the loading.
		note: engine ? opener.remark : (failure ?? opener.remark),
		loadSeconds: engine?.loadSeconds ?? null,
		downloadBytes: engine?.downloadBytes ?? null,
	}));
	for (const { engine } of runs) await engine?.close();
	return { speed, loads };

	/** @param {import("./open-engines.js").Opener} opener */
	function common({ engine, device }) {
		return { engine, device, model: model.model, dtype: model.dtype, threads };
	}
}

/**
 * Compresses unless the engine has failed before; a failure is noted.
 *
 * @param {{ engine: import("./engine-shape.ts").OpenEngine | undefined, failure: string | undefined }} run
 * @param {string} text
 * @param {number} rate
 * @returns {Promise<number | undefined>} seconds
 */
async function timed(run, text, rate) {
	const { engine } = run;
	if (!engine || run.failure) return undefined;
	const { value, failure } = await attempt(() => engine.compress(text, rate), limitSeconds);
	if (failure) run.failure = `cannot compress it: ${failure}`;
	return value;
}

/** @param {number[]} times @param {number | undefined} seconds */
function push(times, seconds) {
	if (seconds !== undefined) times.push(seconds);
}

/** @param {readonly number[]} times */
function middle(times) {
	return times.length === 0 ? null : median(times);
}
