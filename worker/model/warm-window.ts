// Tries a fresh session of a model that has no stored answers: one window of full length must come back as
// probabilities. That finds graphs of the wrong shape, vocabularies and positions that the weights lack, and overflow.
import { CompressorError } from "../../src/core/error.ts";
import type { Device } from "../../src/core/result.ts";
import { toCompressorError } from "../failure.ts";
import { fullWindow } from "../scoring/full-window.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import type { ModelFrame } from "./model-folder.ts";
import type { WindowClassifier } from "./session.ts";

const text = "Rent of 1,250 euros is due on the 3rd of each month; the tenant shall not sublet the flat. ";

/** @throws CompressorError "model-load-failed" where the graph cannot run, "no-device" where it answers nonsense. */
export async function requireProbabilities(
	classifier: WindowClassifier,
	manifest: ModelFrame,
	tokenizer: Tokenizer,
	device: Device,
): Promise<void> {
	const input = fullWindow({ manifest, tokenizer }, text);
	const { keepProbability } = await classifier.classify(input, false).catch((error: unknown) => {
		throw toCompressorError(error, "model-load-failed", `The model failed on ${input.length} tokens`);
	});
	// Written so that NaN fails.
	if (keepProbability.every((value) => value >= 0 && value <= 1)) return;
	throw new CompressorError("no-device", `device "${device}" answers no probabilities with this model.`);
}
