// A window of a given length: what single windows are timed with.

/**
 * Token ids: the self-test's windows, one after another, between one pair of special tokens.
 *
 * @param {import("../src/models/model-spec.ts").ModelManifest} manifest
 * @param {import("../src/models/model-spec.ts").SelfTest} selfTest
 * @param {number} [tokens] default: as many as the model takes
 */
export function fullWindow(manifest, selfTest, tokens = manifest.maxTokens) {
	const inner = selfTest.windows.flatMap(({ inputIds }) => inputIds.slice(1, -1));
	const length = tokens - 2;
	return [manifest.bos, ...Array.from({ length }, (_, i) => inner[i % inner.length] ?? 0), manifest.eos];
}
