import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineScores } from "./combine-scores.ts";

/** As the model gives them: 32 bits, the extremes among them. */
const probability = fc.oneof(
	fc.constantFrom(0, 1),
	fc.float({ min: 0, max: 1, noNaN: true }),
	fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
);
const word = fc.record({ keep: probability, relevance: probability, opens: fc.nat(3) });
type Word = { keep: number; relevance: number; opens: number };
const words = fc.array(word, { minLength: 1, maxLength: 40 });

/** Every fourth word or so opens a window. */
function windowsOf(list: readonly Word[]): Uint32Array {
	let window = 0;
	return Uint32Array.from(list, ({ opens }, at) => (at > 0 && opens === 0 ? ++window : window));
}

function scoresOf(list: readonly Word[], windowOf = windowsOf(list)): number[] {
	const keepProbability = Float32Array.from(list, ({ keep }) => keep);
	const relevance = Float32Array.from(list, (each) => each.relevance);
	return [...combineScores({ keepProbability, relevance }, windowOf)];
}

/** The list with one word's value raised. */
function raised(list: readonly Word[], at: number, name: "keep" | "relevance", to: number): Word[] {
	return list.map((each, index) => (index === at ? { ...each, [name]: Math.max(each[name], to) } : each));
}

describe("combineScores", () => {
	it("gives the keep probabilities themselves where no question was asked", () => {
		const keepProbability = Float32Array.of(0.1, 0.9);
		expect(combineScores({ keepProbability }, Uint32Array.of(0, 0))).toBe(keepProbability);
	});

	it("answers words first, then the rest of their window, then other windows", () => {
		const [answer = 0, beside = 0, elsewhere = 0] = scoresOf([
			{ keep: 0.2, relevance: 0.9, opens: 1 },
			{ keep: 0.9, relevance: 0.05, opens: 1 },
			{ keep: 1, relevance: 0.02, opens: 0 },
		]);
		expect(answer).toBeGreaterThan(beside);
		expect(beside).toBeGreaterThan(elsewhere);
	});

	it("ranks by keep probability where no window answers, however the noise lies", () => {
		const [less = 0, more = 0] = scoresOf([
			{ keep: 0.3, relevance: 0.0002, opens: 1 },
			{ keep: 0.8, relevance: 0.0001, opens: 0 },
		]);
		expect(more).toBeGreaterThan(less);
	});

	it("takes a text without words", () => {
		expect(scoresOf([])).toEqual([]);
	});

	it("is from 0 to 1, one a word", () => {
		fc.assert(
			fc.property(words, (list) => {
				const scores = scoresOf(list);
				expect(scores).toHaveLength(list.length);
				expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
			}),
		);
	});

	it.each(["keep", "relevance"] as const)("never falls when a word's %s rises", (name) => {
		fc.assert(
			fc.property(words, fc.nat(), probability, (list, place, to) => {
				const at = place % list.length;
				const windowOf = windowsOf(list);
				const before = scoresOf(list, windowOf)[at] ?? Number.NaN;
				expect(scoresOf(raised(list, at, name, to), windowOf)[at]).toBeGreaterThanOrEqual(before);
			}),
		);
	});

	it("keeps the order of equally relevant words of a window by keep probability", () => {
		fc.assert(
			fc.property(words, fc.nat(), (list, place) => {
				const first = list[place % list.length];
				if (!first) return;
				const pair = [first, { ...first, keep: first.keep / 2 }];
				const [more = Number.NaN, less = Number.NaN] = scoresOf(pair, Uint32Array.of(0, 0));
				expect(more).toBeGreaterThanOrEqual(less);
			}),
		);
	});

	it("puts a window that answers nothing below one that does", () => {
		const quiet = fc.array(probability, { minLength: 1, maxLength: 20 });
		const worthKeeping = fc.float({ min: Math.fround(0.01), max: 1, noNaN: true });
		const loud = fc.array(fc.record({ keep: worthKeeping, relevance: probability }), {
			minLength: 1,
			maxLength: 20,
		});
		fc.assert(
			fc.property(quiet, loud, fc.boolean(), (keeps, others, isFirst) => {
				const silent = keeps.map((keep) => ({ keep, relevance: 0, opens: 1 }));
				const answering = [...others, { keep: 1, relevance: 0.9 }].map((each) => ({ ...each, opens: 1 }));
				const list = isFirst ? [...silent, ...answering] : [...answering, ...silent];
				const border = isFirst ? silent.length : answering.length;
				const scores = scoresOf(
					list,
					Uint32Array.from(list, (_, at) => (at < border ? 0 : 1)),
				);
				const [head, tail] = [scores.slice(0, border), scores.slice(border)];
				const [below, above] = isFirst ? [head, tail] : [tail, head];
				expect(Math.max(...below)).toBeLessThan(Math.min(...above));
			}),
		);
	});
});
