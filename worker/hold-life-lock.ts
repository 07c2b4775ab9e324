// Worker end of src/bridge/life-lock.ts: a lock that lasts as long as the worker.
import type { AliveMessage } from "../src/bridge/worker-interface.ts";

/** Holds a lock of its own until the worker ends, and tells the main thread its name. */
export function holdLifeLock(): void {
	// Absent in insecure contexts; refused for opaque origins. Then nobody watches.
	if (!navigator.locks) return;
	const promptsieveLock = `promptsieve-${crypto.randomUUID()}`;
	navigator.locks
		.request(promptsieveLock, () => {
			postMessage({ promptsieveLock } satisfies AliveMessage);
			return new Promise<void>(() => {});
		})
		.catch(() => {});
}
