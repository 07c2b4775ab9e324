import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { customCounter, loadCounter } from "../count/count.ts";
import { costCurve } from "./cost-curve.ts";
import { layOut } from "./gaps.ts";
import { forcesLineBreaks, withLineBreaks } from "./line-breaks.ts";
import { orderWords } from "./order.ts";
import { render } from "./render.ts";
import { scoredWithChoices, scoreWith } from "./scored.fixture.ts";

// Many random cases take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Runs of letters without spaces, capitals and small letters, marks and line breaks among them. */
const spaceless = fc
	.array(
		fc.constantFrom(
			..."的一是不了人我在有他这中大来上国日本語東京カタナーひらがなのですしたㄅ々ไทยภาษาเป็นที่มีการກາທ한글",
			..."aBcXyz1٣é\u0301\ufe0f",
			..."。、，「」(）'/!",
			" ",
			"\n",
			"API",
			"React的",
			"👍",
			"𠮷",
		),
		{ maxLength: 60 },
	)
	.map((parts) => parts.join(""));

describe.each(["o200k_base", "cl100k_base"] as const)("the curve in %s", async (name) => {
	const counter = await loadCounter(name);

	test("is what the rendered text counts as after every step", () => {
		fc.assert(
			fc.property(scoredWithChoices, ({ text, words, choices }) => {
				const base = layOut(text, words);
				const order = orderWords(base, choices);
				const plain = { layout: base, step: order.step };
				const { layout, step } = forcesLineBreaks(choices.force) ? withLineBreaks(plain) : plain;
				const curve = costCurve({ layout, step, steps: order.steps }, counter);
				const counted = Array.from({ length: order.steps + 1 }, (_, last) =>
					counter.count(render(layout, step, last).text),
				);
				expect(Array.from(curve ?? [])).toEqual(counted);
			}),
			{ numRuns: 150 },
		);
	});

	test("is exact where letters stand without spaces", () => {
		const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
			minLength: 30,
			maxLength: 60,
		});
		fc.assert(
			fc.property(spaceless, probabilities, (text, values) => {
				const layout = layOut(text, scoreWith(text, values).words);
				const order = orderWords(layout, {});
				const curve = costCurve({ layout, ...order }, counter);
				const counted = Array.from({ length: order.steps + 1 }, (_, last) =>
					counter.count(render(layout, order.step, last).text),
				);
				expect(Array.from(curve ?? [])).toEqual(counted);
			}),
			{ numRuns: 200 },
		);
	});

	test("is not drawn where pieces are long", () => {
		const { text, words } = scoreWith("()[]{}".repeat(50), [0.2, 0.7, 0.4]);
		const layout = layOut(text, words);
		expect(costCurve({ layout, ...orderWords(layout, {}) }, counter)).toBeNull();
	});

	test("is not drawn where one step holds a long piece", () => {
		const { text, words } = scoreWith(`a.${")".repeat(20_000)} b`, [0.2, 0.7, 0.4]);
		const layout = layOut(text, words);
		expect(costCurve({ layout, ...orderWords(layout, {}) }, counter)).toBeNull();
	});
});

test("there is no curve for counts that do not add up", () => {
	const { text, words } = scoreWith("one two three", [0.2, 0.7, 0.4]);
	const layout = layOut(text, words);
	const counter = customCounter((part) => part.length);
	expect(costCurve({ layout, ...orderWords(layout, {}) }, counter)).toBeNull();
});
