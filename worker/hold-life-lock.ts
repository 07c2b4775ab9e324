// Worker end of src/bridge/life-lock.ts: a lock that lasts as long as the worker.
import { aliveMessage } from "../src/bridge/worker-interface.ts";

/** Holds the lock named like the worker until the worker ends, and tells the main thread so. */
export function holdLifeLock(): void {
	// Absent in insecure contexts; refused for opaque origins. Then nobody watches.
	navigator.locks
		?.request(self.name, () => {
			postMessage(aliveMessage);
			return new Promise<void>(() => {});
		})
		.catch(() => {});
}
