// A window as long as the model takes, for trying a model and for timing a device.
import type { ModelFrame } from "../model/model-folder.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import { windowFrame } from "./window-frame.ts";

/** @param text read over and over until the window is full */
export function fullWindow(
	{ manifest, tokenizer }: { readonly manifest: ModelFrame; readonly tokenizer: Tokenizer },
	text: string,
): Uint32Array {
	const frame = windowFrame(manifest, new Uint32Array());
	const { id } = tokenizer.tokenize(text);
	return frame.input(
		Uint32Array.from({ length: frame.limit }, (_, at) => id[at % id.length] ?? manifest.eos),
	);
}
