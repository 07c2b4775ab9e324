// A selection that pauses: whatever comes in between, and however much was worked out ahead, the results are the same.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { selectorOf as contextsSelectorOf, contextsWithChoices } from "../contexts/contexts.fixture.ts";
import { contextsSelectorInSteps } from "../contexts/select-contexts.ts";
import { customCounter, loadCounter } from "../count/count.ts";
import type { SelectOptions } from "../options.ts";
import { runSteps, type Steps } from "../steps.ts";
import { scoredWithChoices } from "./scored.fixture.ts";
import { Selector } from "./select.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const o200k = await loadCounter("o200k_base");
const odd = customCounter((text) => ((text.length * 7) % 40) + Math.ceil(text.length / 5));
const counters = fc.constantFrom(o200k, odd);

const amounts = fc.oneof(
	fc.record({ rate: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
	fc.record({ targetTokens: fc.integer({ min: 1, max: 60 }) }),
	fc.record({ threshold: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

/** Leaves the work after so many steps. */
function begin(work: Steps<unknown>, steps: number): void {
	for (let left = steps; left > 0 && !work.next().done; left--);
}

const prefix = fc.nat(12);

test("a prepared selector selects what one does that was never asked", () => {
	const cases = [scoredWithChoices, counters, amounts, amounts, prefix] as const;
	fc.assert(
		fc.property(...cases, ({ text, words, choices }, counter, ahead, amount, steps) => {
			const scored = { text, words, counter, model: "random", device: "wasm" } as const;
			const prepared = new Selector({ ...scored, sourceTokens: counter.count(text) });
			const options: SelectOptions = { ...choices, ...amount };
			begin(prepared.selectInSteps(options), steps);
			runSteps(prepared.selectInSteps(ahead));
			const fresh = new Selector(scored);
			expect(prepared.select(options)).toEqual(fresh.select(options));
			expect(prepared.select(ahead)).toEqual(new Selector(scored).select(ahead));
			if (text === "") return;
			expect(prepared.explain([0, text.length], options)).toEqual(fresh.explain([0, text.length], options));
		}),
		{ numRuns: 300 },
	);
});

test("so do two selections of one selector that take turns", () => {
	const cases = [scoredWithChoices, counters, amounts, amounts] as const;
	fc.assert(
		fc.property(...cases, ({ text, words, choices }, counter, one, other) => {
			const scored = { text, words, counter, model: "random", device: "wasm" } as const;
			const shared = new Selector(scored);
			const works = [shared.selectInSteps({ ...choices, ...one }), shared.selectInSteps(other)];
			const results: unknown[] = [];
			while (results.filter(Boolean).length < works.length) {
				works.forEach((work, at) => {
					const { done, value } = work.next();
					if (done) results[at] ??= value;
				});
			}
			const alone = [{ ...choices, ...one }, other].map((options) => new Selector(scored).select(options));
			expect(results).toEqual(alone);
		}),
		{ numRuns: 150 },
	);
});

test("so do prepared contexts", () => {
	fc.assert(
		fc.property(contextsWithChoices, counters, amounts, prefix, (given, counter, amount, steps) => {
			const prepared = contextsSelectorInSteps({
				contexts: given.contexts.map((own) => ({
					...own,
					warnings: [],
					sourceTokens: counter.count(own.text),
				})),
				asked: false,
				counter,
				model: "random",
				device: "wasm",
			});
			const options = { ...given.choices, ...amount };
			begin(prepared(options), steps);
			runSteps(prepared({}));
			expect(runSteps(prepared(options))).toEqual(contextsSelectorOf(given.contexts, counter)(options));
		}),
		{ numRuns: 150 },
	);
});
