// A window as long as the model takes: what single windows are timed with.

/**
 * Token ids: the self-test's windows, one after another, between one pair of special tokens.
 *
 * @param {import("../src/models/model-spec.ts").ModelManifest} manifest
 * @param {import("../src/models/model-spec.ts").SelfTest} selfTest
 */
export function fullWindow(manifest, selfTest) {
	const inner = selfTest.windows.flatMap(({ inputIds }) => inputIds.slice(1, -1));
	const length = manifest.maxTokens - 2;
	return [manifest.bos, ...Array.from({ length }, (_, i) => inner[i % inner.length] ?? 0), manifest.eos];
}
