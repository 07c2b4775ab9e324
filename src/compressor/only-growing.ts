// Progress over several workers: another one loads or scores the same again, but what the caller sees only grows, and
// says each thing once.
import type { ProgressListener } from "../bridge/worker-interface.ts";

export function onlyGrowing(onProgress: ProgressListener): ProgressListener {
	const loaded = new Map<string, number>();
	let done = -1;
	return (event) => {
		if (event.stage === "download") {
			if (event.loaded < (loaded.get(event.file) ?? 0)) return;
			loaded.set(event.file, event.loaded);
		} else if (event.stage === "score") {
			if (event.done <= done) return;
			done = event.done;
		}
		onProgress(event);
	};
}
