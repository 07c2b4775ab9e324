// How a graph is asked and what its answer means: this library's own graphs answer probabilities, those of Hugging
// Face's exporters `logits`. Used by session.ts.
import type { InferenceSession } from "onnxruntime-web";
import { CompressorError } from "../../src/core/error.ts";

const inputNames = ["input_ids", "attention_mask", "token_type_ids"] as const;
const outputNames = ["keep_probability", "logits"] as const;

export interface GraphSignature {
	/** What the graph wants to be given. */
	readonly inputs: readonly (typeof inputNames)[number][];
	readonly output: (typeof outputNames)[number];
}

/** @throws CompressorError "model-load-failed" for a graph of another kind, naming its inputs or outputs. */
export function readGraph({
	inputNames: inputs,
	outputNames: outputs,
}: Pick<InferenceSession, "inputNames" | "outputNames">): GraphSignature {
	const known = inputNames.filter((name) => inputs.includes(name));
	if (!inputs.includes("input_ids") || known.length < inputs.length) {
		throw refuse(`its inputs are ${inputs.join(", ")}, not ${inputNames.join(", ")}`);
	}
	const output = outputNames.find((name) => outputs.includes(name));
	if (!output) throw refuse(`its outputs are ${outputs.join(", ")}, not ${outputNames.join(" or ")}`);
	return { inputs: known, output };
}

/**
 * Probabilities of the first `count` tokens of a window padded to `length`.
 *
 * @param keepLabel of `logits`: which label's probability is meant
 * @throws CompressorError "model-load-failed" for an answer of another shape or type.
 */
export function readAnswer(
	output: InferenceSession.OnnxValueMapType,
	name: string,
	count: number,
	length: number,
	keepLabel: number,
): Float32Array {
	const answer = output[name];
	const data = answer?.data;
	if (!answer || !(data instanceof Float32Array)) throw refuse(`it has no float32 output ${name}`);
	const wanted = name === "logits" ? [1, length, 2] : [1, length];
	if (answer.dims.join() !== wanted.join()) {
		throw refuse(`its output ${name} is [${answer.dims.join(", ")}], not [${wanted.join(", ")}]`);
	}
	if (name !== "logits") return data.slice(0, count);
	return Float32Array.from({ length: count }, (_, at) => {
		const keep = data[2 * at + keepLabel] ?? Number.NaN;
		const drop = data[2 * at + 1 - keepLabel] ?? Number.NaN;
		// The softmax of two labels.
		return 1 / (1 + Math.exp(drop - keep));
	});
}

function refuse(what: string): CompressorError {
	return new CompressorError(
		"model-load-failed",
		`The model is no token classifier that can be used: ${what}.`,
	);
}
