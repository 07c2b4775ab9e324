// Tries a fresh session on windows whose answers are stored beside the model. Quantized and half
// precision weights have been silently wrong on some GPUs; such a device must not be used.
import { CompressorError } from "../src/core/error.ts";
import type { SelfTest } from "../src/models/model-spec.ts";
import type { WindowClassifier } from "./session.ts";

/** Least share of keep decisions that must be the reference's. */
export const leastAgreement = 0.99;

/** Largest mean difference of keep probabilities: a device may round, but not be somewhere else. */
export const largestMeanDifference = 0.05;

export interface Agreement {
	/** Share of tokens with the same decision when the upper half of a window is kept, 0–1. */
	readonly decisions: number;
	/** Mean absolute difference of keep probabilities, 0–1; NaN if the device answered NaN. */
	readonly meanDifference: number;
}

/** Runs every window and compares. */
export async function measureAgreement(classifier: WindowClassifier, selfTest: SelfTest): Promise<Agreement> {
	let tokens = 0;
	let same = 0;
	let difference = 0;
	for (const { inputIds, keepProbability } of selfTest.windows) {
		const answer = await classifier.classify(Uint32Array.from(inputIds));
		const kept = upperHalf(answer);
		const keptByReference = upperHalf(keepProbability);
		for (let i = 0; i < inputIds.length; i++) {
			if (kept[i] === keptByReference[i]) same++;
			difference += Math.abs((answer[i] ?? Number.NaN) - (keepProbability[i] ?? Number.NaN));
		}
		tokens += inputIds.length;
	}
	return { decisions: same / tokens, meanDifference: difference / tokens };
}

/** @throws CompressorError "no-device" if the device answers otherwise than the reference. */
export function requireAgreement({ decisions, meanDifference }: Agreement, device: string): void {
	// Written so that NaN fails.
	if (decisions >= leastAgreement && meanDifference <= largestMeanDifference) return;
	const percent = (100 * decisions).toFixed(1);
	throw new CompressorError(
		"no-device",
		`device "${device}" failed the self-test: ${percent} % of the keep decisions are the reference's, ` +
			`probabilities differ by ${meanDifference.toFixed(3)} on average.`,
	);
}

/** Which tokens are kept when half are: by probability, ties by position. */
function upperHalf(probabilities: ArrayLike<number>): boolean[] {
	const order = Array.from({ length: probabilities.length }, (_, i) => i);
	order.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b);
	const kept = new Array<boolean>(probabilities.length).fill(false);
	for (const i of order.slice(0, Math.ceil(order.length / 2))) kept[i] = true;
	return kept;
}
