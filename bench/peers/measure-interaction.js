// Rows: what a person waits for in promptsieve's own page, and in a page around the peer.
import { chromium } from "playwright";
import { launchArgs } from "../../scripts/find-browser.js";
import { editMiddle } from "../long-text.js";
import { median } from "../statistics.js";
import { attempt } from "./attempt.js";
import { openEnginePage } from "./browser-engine.js";
import { openOwnPage } from "./own-page.js";

/**
 * @typedef {import("./result-shape.ts").InteractionRow} InteractionRow
 * @typedef {import("./page-functions.ts").Shown} Shown
 * @typedef {Record<InteractionRow["action"], Shown[]>} Actions
 */

const limitSeconds = 300;

/** Slider positions in percent; the first is where a drag begins. */
const positions = [40, 41, 45, 60, 80, 30, 20, 70, 35, 55, 65];
/** The same for an engine that reads the text again at each. */
const fewRates = [0.4, 0.6];

/**
 * @param {object} options
 * @param {readonly number[]} options.lengths in LLM tokens
 * @param {string} options.executablePath
 * @param {number} options.threads
 * @param {import("./bench-server.js").BenchServer} options.server
 * @param {string} options.probe script of page/probe.ts
 * @param {(tokens: number) => string} options.nextText
 * @returns {Promise<InteractionRow[]>}
 */
export async function measureInteraction({ lengths, executablePath, threads, server, probe, nextText }) {
	/** @type {InteractionRow[]} */
	const rows = [];
	const folder = "tinybert/bert-base-multilingual-cased";
	for (const tokens of lengths) {
		const text = nextText(tokens);
		const own = await attempt(async () => {
			const browser = await chromium.launch({ executablePath, args: launchArgs });
			try {
				return await useOwnPage(browser, server.origin, probe, text);
			} finally {
				await browser.close();
			}
		}, limitSeconds);
		rows.push(...toRows("promptsieve", "embedded", "int8", threads, tokens, own));
		const peer = await attempt(async () => {
			const { browser, call } = await openEnginePage("llmlingua-2-js", server.origin, executablePath);
			try {
				await call("open", { folder, threads });
				/** @type {Actions} */
				const actions = { first: [await call("show", text, 0.5)], rate: [], edit: [] };
				for (const rate of fewRates.slice(0, tokens > 10_000 ? 1 : 2)) {
					actions.rate.push(await call("show", text, rate));
				}
				actions.edit.push(await call("show", editMiddle(text), 0.5));
				return actions;
			} finally {
				await browser.close();
			}
		}, limitSeconds);
		rows.push(...toRows("llmlingua-2-js", "tinybert", "fp32", threads, tokens, peer));
	}
	return rows;
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} origin
 * @param {string} probe
 * @param {string} text
 * @returns {Promise<Actions>}
 */
async function useOwnPage(browser, origin, probe, text) {
	const page = await openOwnPage(browser, origin, probe);
	const first = await page.paste(text);
	const rate = [];
	for (const position of positions) rate.push(await page.move(position));
	return { first: [first], rate: rate.slice(1), edit: [await page.editMiddle()] };
}

/**
 * @param {import("./result-shape.ts").EngineName} engine
 * @param {string} model
 * @param {string} dtype
 * @param {number} threads
 * @param {number} tokens
 * @param {{ value: Actions, failure?: undefined } | { value?: undefined, failure: string }} measured
 * @returns {InteractionRow[]}
 */
function toRows(engine, model, dtype, threads, tokens, { value, failure }) {
	return /** @type {const} */ (["first", "rate", "edit"]).map((action) => {
		const all = value?.[action] ?? [];
		const times = all.map(({ paintedMs }) => paintedMs / 1000);
		const tasks = all.flatMap(({ longTaskMs }) => longTaskMs.map((ms) => ms / 1000));
		const isMeasured = all.length > 0;
		return {
			engine,
			model,
			dtype,
			device: /** @type {const} */ ("wasm"),
			threads,
			note: failure ? `cannot run it: ${failure}` : isMeasured ? null : "not measured",
			action,
			tokens,
			seconds: isMeasured ? median(times) : null,
			bestSeconds: isMeasured ? Math.min(...times) : null,
			worstSeconds: isMeasured ? Math.max(...times) : null,
			repeats: all.length,
			longestTaskSeconds: isMeasured ? Math.max(0, ...tasks) : null,
			blockedSeconds: isMeasured ? tasks.reduce((sum, each) => sum + each, 0) / all.length : null,
		};
	});
}
