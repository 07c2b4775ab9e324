import { expect, it } from "vitest";
import { measureAgreement, requireAgreement } from "./self-test.ts";

const reference = [0.9, 0.1, 0.8, 0.2];

/** How a device that answers `answer` compares with the reference. */
function compare(answer: number[]) {
	const classifier = {
		threads: 1,
		classify: async () => Float32Array.from(answer),
	};
	return measureAgreement(classifier, {
		windows: [{ text: "a b", inputIds: [0, 5, 6, 2], keepProbability: reference }],
	});
}

it("measures decisions by rank and probabilities by distance", async () => {
	expect((await compare(reference)).decisions).toBe(1);
	expect((await compare(reference)).meanDifference).toBeCloseTo(0, 6);
	const shifted = await compare(reference.map((p) => p / 2));
	expect(shifted.decisions).toBe(1);
	expect(shifted.meanDifference).toBeCloseTo(0.25, 6);
	expect((await compare([0.9, 0.8, 0.1, 0.2])).decisions).toBe(0.5);
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
		classify: async () => Float32Array.of(0.9, 0.51, 0.49, 0.1),
	};
	const windows = [{ text: "", inputIds: [0, 5, 6, 2], keepProbability: [0.9, 0.49, 0.51, 0.1] }];
	expect((await measureAgreement(classifier, { windows })).decisions).toBe(1);
});

it("accepts rounding", async () => {
	const agreement = await compare([0.91, 0.11, 0.79, 0.2]);
	expect(() => requireAgreement(agreement, "webgpu")).not.toThrow();
});
