// What the fake hub serves for tests that need bytes rather than a model; either side can make it.

/** `size` bytes, others for every seed. */
export function hubFile(size: number, seed: number): Uint8Array<ArrayBuffer> {
	return Uint8Array.from({ length: size }, (_, index) => (index * 7919 + seed) % 251);
}
