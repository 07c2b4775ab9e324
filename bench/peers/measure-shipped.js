// Rows: what a person gets from each engine by default, from opening the page to the first result, over a link.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { launchArgs } from "../../scripts/find-browser.js";
import { median } from "../statistics.js";
import { attempt } from "./attempt.js";
import { serveBench } from "./bench-server.js";
import { pagePaths } from "./browser-engine.js";

const megabits = 20;
const tokens = 1000;
const limitSeconds = 300;

/** What each is without being told anything; the peer's README names a model, and this is its smallest. */
const defaults = /** @type {const} */ ([
	{ engine: "promptsieve", model: "embedded", dtype: "int8", folder: "embedded" },
	{
		engine: "llmlingua-2-js",
		model: "tinybert",
		dtype: "fp32",
		folder: "tinybert/bert-base-multilingual-cased",
	},
]);

/**
 * @param {{ executablePath: string, nextText: (tokens: number) => string, rounds: number }} options
 * @returns {Promise<import("./result-shape.ts").ShippedRow[]>}
 */
export async function measureShipped({ executablePath, nextText, rounds }) {
	const text = nextText(tokens);
	// A first visit that is not counted makes what the server compresses.
	const warmUp = await serveBench({ isolated: true });
	for (const each of defaults) await visitTwice(each, warmUp, text, executablePath);
	await warmUp.close();

	const server = await serveBench({ isolated: true, megabits });
	/** @type {{ [engine: string]: { cold: Visit[], warm: Visit[], failure?: string | undefined } }} */
	const visits = {};
	for (let round = 0; round < rounds; round++) {
		for (const each of defaults) {
			const { value, failure } = await visitTwice(each, server, text, executablePath);
			const all = visits[each.engine] ?? { cold: [], warm: [] };
			visits[each.engine] = all;
			if (value) {
				all.cold.push(value.cold);
				all.warm.push(value.warm);
			} else all.failure = failure;
		}
	}
	await server.close();
	return defaults.flatMap(({ engine, model, dtype }) =>
		/** @type {const} */ (["cold", "warm"]).map((cache) => {
			const all = visits[engine]?.[cache] ?? [];
			const times = all.map(({ seconds }) => seconds);
			const failure = visits[engine]?.failure;
			return {
				engine,
				model,
				dtype,
				device: /** @type {const} */ ("wasm"),
				threads: all.at(-1)?.threads ?? 0,
				note: failure ? `cannot run it: ${failure}` : null,
				cache,
				megabits,
				tokens,
				seconds: times.length === 0 ? null : median(times),
				bestSeconds: times.length === 0 ? null : Math.min(...times),
				worstSeconds: times.length === 0 ? null : Math.max(...times),
				repeats: times.length,
				downloadBytes: all.at(-1)?.bytes ?? null,
			};
		}),
	);
}

/** @typedef {{ seconds: number, threads: number, bytes: number }} Visit */

/**
 * With an empty profile, and then again with what the first visit left in it.
 *
 * @param {(typeof defaults)[number]} shipped
 * @param {import("./bench-server.js").BenchServer} server
 * @param {string} text
 * @param {string} executablePath
 */
async function visitTwice({ engine, folder }, server, text, executablePath) {
	const profile = mkdtempSync(join(tmpdir(), "promptsieve-visit-"));
	const context = await chromium.launchPersistentContext(profile, { executablePath, args: launchArgs });
	await context.addInitScript((visit) => Object.assign(globalThis, { firstVisit: visit }), { folder, text });

	/** @returns {Promise<Visit>} */
	async function visit() {
		server.takeBytes();
		const page = await context.newPage();
		await page.goto(`${server.origin}${pagePaths[engine]}`);
		/** @type {import("./page-functions.ts").FirstResult} */
		const { milliseconds, threads } = await page.evaluate("globalThis.firstResult");
		await page.close();
		return { seconds: milliseconds / 1000, threads, bytes: server.takeBytes() };
	}

	const visited = await attempt(async () => ({ cold: await visit(), warm: await visit() }), limitSeconds);
	await context.close();
	rmSync(profile, { recursive: true, force: true });
	return visited;
}
