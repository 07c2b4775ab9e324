// Long work of the main thread: in slices too short to feel.
import { macrotask, withPauses } from "../bridge/pauses.ts";
import type { Steps } from "../core/steps.ts";
import { throwIfAborted } from "./abort.ts";

/** Half a frame; a task of 50 ms counts as long. */
const sliceMs = 8;

/** @throws CompressorError what `signal` aborts with, at the end of a slice */
export function inSlices<Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result> {
	return withPauses(steps, sliceMs, async () => {
		await macrotask();
		throwIfAborted(signal);
	});
}
