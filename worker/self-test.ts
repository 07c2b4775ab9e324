// Tries a fresh session on windows whose answers are stored beside the model. Quantized and half
// precision weights have been silently wrong on some GPUs; such a device must not be used.
import { CompressorError } from "../src/core/error.ts";
import type { SelfTest } from "../src/models/model-spec.ts";
import type { WindowClassifier } from "./session.ts";

/** Least share of clear keep decisions that must be the reference's. */
const leastAgreement = 0.99;

/**
 * A decision is clear if the reference's probability is at least this far from the window's cut. The
 * reference is the model before quantization; nearer to the cut, 8-bit weights may well decide otherwise.
 */
const clearDistance = 0.05;

/** Largest mean difference of keep probabilities: a device may round, but not be somewhere else. */
const largestMeanDifference = 0.05;

export interface Agreement {
	/** Share of clear decisions that are the same when the upper half of a window is kept, 0–1; 1 if none is clear. */
	readonly decisions: number;
	/** Mean absolute difference of keep probabilities, 0–1; NaN if the device answered NaN. */
	readonly meanDifference: number;
}

/** Runs every window and compares. */
export async function measureAgreement(classifier: WindowClassifier, selfTest: SelfTest): Promise<Agreement> {
	let tokens = 0;
	let clear = 0;
	let same = 0;
	let difference = 0;
	for (const { inputIds, keepProbability: reference } of selfTest.windows) {
		const answer = await classifier.classify(Uint32Array.from(inputIds));
		const cut = middleCut(reference);
		const cutOfAnswer = middleCut(answer);
		for (let i = 0; i < inputIds.length; i++) {
			const expected = reference[i] ?? Number.NaN;
			const given = answer[i] ?? Number.NaN;
			difference += Math.abs(given - expected);
			if (Math.abs(expected - cut) < clearDistance) continue;
			clear++;
			if (given >= cutOfAnswer === expected >= cut) same++;
		}
		tokens += inputIds.length;
	}
	return { decisions: clear === 0 ? 1 : same / clear, meanDifference: difference / tokens };
}

/** @throws CompressorError "no-device" if the device answers otherwise than the reference. */
export function requireAgreement({ decisions, meanDifference }: Agreement, device: string): void {
	// Written so that NaN fails.
	if (decisions >= leastAgreement && meanDifference <= largestMeanDifference) return;
	const percent = (100 * decisions).toFixed(1);
	throw new CompressorError(
		"no-device",
		`device "${device}" failed the self-test: ${percent} % of the clear keep decisions are the reference's, ` +
			`probabilities differ by ${meanDifference.toFixed(3)} on average.`,
	);
}

/** Lies midway between the least kept and the most dropped probability when the upper half is kept. */
function middleCut(probabilities: ArrayLike<number>): number {
	const sorted = Float64Array.from(probabilities).sort();
	const half = sorted.length >> 1;
	return ((sorted[half] ?? Number.NaN) + (sorted[half - 1] ?? Number.NaN)) / 2;
}
