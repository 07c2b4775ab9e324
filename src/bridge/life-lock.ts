// How the main thread learns that a worker is gone without an event: a worker that calls close() or
// is killed fires none, but the browser lets go of the lock that it held (worker/hold-life-lock.ts).
import type { AliveMessage } from "./worker-interface.ts";

/**
 * Calls `onDeath` when the worker lets go of the life lock that it has named.
 * Without Web Locks (insecure context) it never does; `error` and `messageerror` tell most deaths.
 *
 * @returns a function that stops watching; call it before terminating the worker on purpose.
 */
export function watchLife(worker: Worker, onDeath: () => void): () => void {
	const stopped = new AbortController();
	worker.addEventListener(
		"message",
		(event) => {
			// Asked for only once the worker holds it: the request is granted when the worker has died.
			const lock = (event.data as Partial<AliveMessage> | null)?.promptsieveLock;
			if (lock === undefined || !navigator.locks) return;
			navigator.locks.request(lock, { signal: stopped.signal }, onDeath).catch(() => {
				// Stopped, or refused.
			});
		},
		{ signal: stopped.signal },
	);
	return () => stopped.abort();
}
