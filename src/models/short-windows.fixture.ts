// The embedded model in short windows, for tests that start it again and again: the same weights and tokenizer, tried
// on one of the stored windows. A GPU in software starts it several times as fast.
import type { ModelManifest, SelfTest } from "./model-spec.ts";

/** Tokens; the least that windows are padded to on WebGPU. */
const maxTokens = 64;

export function withShortWindows(manifest: ModelManifest): ModelManifest {
	return { ...manifest, maxTokens, windowTokens: maxTokens, question: { maxTokens: maxTokens / 2 } };
}

/** The first of the stored windows that fits. */
export function shortSelfTest({ windows }: SelfTest): SelfTest {
	return { windows: windows.filter(({ inputIds }) => inputIds.length <= maxTokens).slice(0, 1) };
}
