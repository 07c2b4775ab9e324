// 100,000 selections of random texts (any Unicode, and real inputs with random edits) by random options: no promise
// of src/core breaks.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { anyText } from "../any-text.fixture.ts";
import { loadCounter } from "../count/count.ts";
import { breaches, keptMask } from "./breaches.fixture.ts";
import { choicesArbitrary, scoreWith } from "./scored.fixture.ts";
import { createSelector } from "./select.ts";

vi.setConfig({ testTimeout: 300_000 });

const counter = await loadCounter("o200k_base");
const folder = new URL("../../../e2e/inputs/", import.meta.url);
const inputs = readdirSync(folder, { withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => readFileSync(new URL(entry.name, folder), "utf8"));

const probabilities = fc.array(
	fc.integer({ min: 0, max: 12 }).map((n) => n / 12),
	{ minLength: 40, maxLength: 80 },
);

const caseArbitrary = fc
	.tuple(anyText(inputs), probabilities)
	.map(([text, values]) => scoreWith(text, values))
	.chain((scored) =>
		fc
			.array(choicesArbitrary(scored.text), { minLength: 2, maxLength: 2 })
			.map((choices) => ({ scored, choices })),
	);

/** Each list from the strictest amount to the most generous one. */
const amounts = [
	[1e-9, 0.1, 0.25, 0.5, 0.75, 0.95].map((rate) => ({ rate })),
	[1, 3, 8, 20, 50].map((targetTokens) => ({ targetTokens })),
	[1, 0.6, 0.3].map((threshold) => ({ threshold })),
];
const perCase = 2 * amounts.flat().length;
const numRuns = Math.ceil(100_000 / perCase);

test(`${numRuns * perCase} selections keep every promise`, () => {
	fc.assert(
		fc.property(caseArbitrary, ({ scored, choices }) => {
			const select = createSelector({ ...scored, counter, model: "random", device: "wasm" });
			const broken: string[] = [];
			for (const choice of choices) {
				for (const list of amounts) {
					const least = select({ ...choice, ...list[0] });
					let before: boolean[] = [];
					for (const amount of list) {
						const options = { ...choice, ...amount };
						const result = select(options);
						broken.push(...breaches(scored, options, result, { counter, least }));
						const kept = keptMask(scored, result);
						if (before.some((was, at) => was && !kept[at]))
							broken.push(`not monotone at ${JSON.stringify(amount)}`);
						before = kept;
					}
				}
			}
			if (select({ rate: 1 }).text !== scored.text) broken.push("rate 1 is not the text itself");
			expect(broken).toEqual([]);
		}),
		{ numRuns },
	);
});
