import { describe, expect, it } from "vitest";
import { measureAgreement, requireAgreement } from "./self-test.ts";
import type { WindowClassifier } from "./session.ts";

const reference = [0.9, 0.1, 0.8, 0.2];

/** How a device that answers `answer` compares with the reference. */
function compare(answer: number[]) {
	const classifier = {
		threads: 1,
		classify: async () => ({ keepProbability: Float32Array.from(answer) }),
	};
	return measureAgreement(classifier, {
		windows: [{ text: "a b", inputIds: [0, 5, 6, 2], keepProbability: reference }],
	});
}

it("measures decisions by rank and probabilities by distance", async () => {
	const own = await compare(reference);
	expect(own).toEqual({ keep: { decisions: 1, meanDifference: expect.closeTo(0, 6) } });
	const shifted = await compare(reference.map((p) => p / 2));
	expect(shifted.keep).toEqual({ decisions: 1, meanDifference: expect.closeTo(0.25, 6) });
	expect((await compare([0.9, 0.8, 0.1, 0.2])).keep.decisions).toBe(0.5);
});

it.each([
	["other decisions", [0.1, 0.9, 0.2, 0.8]],
	["probabilities far off", [0.5, 0.01, 0.4, 0.02]],
	["NaN", [Number.NaN, Number.NaN, Number.NaN, Number.NaN]],
	["nothing", []],
])("refuses a device that answers with %s, by name", async (_name, answer) => {
	const agreement = await compare(answer);
	expect(() => requireAgreement(agreement, "webgpu")).toThrow(/"webgpu" failed the self-test/);
});

it("counts only decisions that the reference is sure of", async () => {
	const classifier = {
		threads: 1,
		classify: async () => ({ keepProbability: Float32Array.of(0.9, 0.51, 0.49, 0.1) }),
	};
	const windows = [{ text: "", inputIds: [0, 5, 6, 2], keepProbability: [0.9, 0.49, 0.51, 0.1] }];
	expect((await measureAgreement(classifier, { windows })).keep.decisions).toBe(1);
});

it("accepts rounding", async () => {
	const agreement = await compare([0.91, 0.11, 0.79, 0.2]);
	expect(() => requireAgreement(agreement, "webgpu")).not.toThrow();
});

describe("a window with a question", () => {
	/** `<s> q </s></s> a b c </s>`; what the model says before the text means nothing. */
	const window = {
		text: "a b c",
		inputIds: [0, 9, 2, 2, 5, 6, 7, 2],
		windowStart: 4,
		keepProbability: [0.5, 0.5, 0.5, 0.5, 0.9, 0.8, 0.2, 0.1],
		relevance: [0.5, 0.5, 0.5, 0.5, 0.95, 0.6, 0.02, 0],
	};

	function ask(relevance: number[] | undefined) {
		const classifier: WindowClassifier = {
			threads: 1,
			classify: async (_ids, withRelevance) => ({
				keepProbability: Float32Array.from(window.keepProbability, (p, at) => (at < 4 ? 1 - p : p)),
				relevance: withRelevance && relevance ? Float32Array.from([1, 1, 1, 1, ...relevance]) : undefined,
			}),
		};
		return measureAgreement(classifier, { windows: [window] });
	}

	it("is compared in both outputs, from where the text begins", async () => {
		expect(await ask([0.93, 0.55, 0.04, 0.01])).toEqual({
			keep: { decisions: 1, meanDifference: expect.closeTo(0, 6) },
			relevance: { decisions: 1, meanDifference: expect.closeTo(0.025, 6) },
		});
	});

	it.each([
		["finds another answer", [0.02, 0.6, 0.95, 0]],
		["finds none", [0, 0, 0, 0]],
		["answers NaN", [Number.NaN, 0.6, 0.02, 0]],
		["has no relevance", undefined],
	])("refuses a device that %s, by name", async (_name, answer) => {
		const agreement = await ask(answer);
		expect(() => requireAgreement(agreement, "webgpu")).toThrow(
			/"webgpu" failed the self-test: .* clear relevance decisions/,
		);
	});
});
