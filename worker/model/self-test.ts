// Tries a fresh session on windows whose answers are stored beside the model. Quantized and half
// precision weights have been silently wrong on some GPUs; such a device must not be used.
import { CompressorError } from "../../src/core/error.ts";
import type { SelfTest } from "../../src/models/model-spec.ts";
import type { WindowClassifier } from "./session.ts";

/** Least share of clear decisions that must be the reference's. */
const leastAgreement = 0.99;

/**
 * A decision is clear if the reference's probability is at least this far from the window's cut. The
 * reference is the model before quantization; nearer to the cut, 8-bit weights may well decide otherwise.
 */
const clearDistance = 0.05;

/** Largest mean difference of probabilities: a device may round, but not be somewhere else. */
const largestMeanDifference = 0.05;

/**
 * Halfway between what a question does not need (0) and the evidence around its answer (0.6): few tokens lie near
 * it. The upper half of a window, as for keep decisions, would be mostly tokens that nobody asked for.
 */
const relevanceCut = 0.3;

export interface Agreement {
	/** Share of clear decisions that are the same, 0–1; 1 if none is clear. */
	readonly decisions: number;
	/** Mean absolute difference of probabilities, 0–1; NaN if the device answered NaN. */
	readonly meanDifference: number;
}

/** How a device's answers compare with the reference's. */
export interface Agreements {
	/** Decisions when the upper half of each window is kept. */
	readonly keep: Agreement;
	/** Decisions whether the question needs a token. Absent where the self-test asks none. */
	readonly relevance?: Agreement;
}

/** Runs every window and compares. */
export async function measureAgreement(
	classifier: WindowClassifier,
	selfTest: SelfTest,
): Promise<Agreements> {
	const keep = new Tally();
	const relevance = new Tally();
	for (const { inputIds, windowStart = 0, ...reference } of selfTest.windows) {
		const answer = await classifier.classify(Uint32Array.from(inputIds), reference.relevance !== undefined);
		const kept = reference.keepProbability.slice(windowStart);
		const given = answer.keepProbability.subarray(windowStart);
		keep.add(kept, given, middleCut(kept), middleCut(given));
		const needed = reference.relevance?.slice(windowStart) ?? [];
		relevance.add(needed, answer.relevance?.subarray(windowStart) ?? [], relevanceCut, relevanceCut);
	}
	return { keep: keep.agreement, ...(relevance.tokens > 0 && { relevance: relevance.agreement }) };
}

/** @throws CompressorError "no-device" if the device answers otherwise than the reference. */
export function requireAgreement({ keep, relevance }: Agreements, device: string): void {
	requireOne(keep, device, "keep");
	if (relevance) requireOne(relevance, device, "relevance");
}

function requireOne({ decisions, meanDifference }: Agreement, device: string, what: string): void {
	// Written so that NaN fails.
	if (decisions >= leastAgreement && meanDifference <= largestMeanDifference) return;
	const percent = (100 * decisions).toFixed(1);
	throw new CompressorError(
		"no-device",
		`device "${device}" failed the self-test: ${percent} % of the clear ${what} decisions are the reference's, ` +
			`probabilities differ by ${meanDifference.toFixed(3)} on average.`,
	);
}

/** Counts tokens on which a device and the reference agree. */
class Tally {
	tokens = 0;
	#clear = 0;
	#same = 0;
	#difference = 0;

	get agreement(): Agreement {
		return {
			decisions: this.#clear === 0 ? 1 : this.#same / this.#clear,
			meanDifference: this.#difference / this.tokens,
		};
	}

	/** `answer` is compared as long as `reference` is. */
	add(reference: readonly number[], answer: ArrayLike<number>, cut: number, cutOfAnswer: number): void {
		this.tokens += reference.length;
		for (const [at, expected] of reference.entries()) {
			const given = answer[at] ?? Number.NaN;
			this.#difference += Math.abs(given - expected);
			if (Math.abs(expected - cut) < clearDistance) continue;
			this.#clear++;
			if (given >= cutOfAnswer === expected >= cut) this.#same++;
		}
	}
}

/** Lies midway between the least kept and the most dropped probability when the upper half is kept. */
function middleCut(probabilities: ArrayLike<number>): number {
	const sorted = Float64Array.from(probabilities).sort();
	const half = sorted.length >> 1;
	return ((sorted[half] ?? Number.NaN) + (sorted[half - 1] ?? Number.NaN)) / 2;
}
