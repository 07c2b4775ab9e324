// Limits on waiting for what may never come: a server that falls silent without closing, a storage that hangs.

/**
 * Settles as `promise` does, or rejects with what `late` gives once `milliseconds` are over.
 *
 * @example
 * await withinTime(fetch(url), 30_000, () => new Error("no answer"));
 */
export async function withinTime<Value>(
	promise: Promise<Value>,
	milliseconds: number,
	late: () => Error,
): Promise<Value> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(late()), milliseconds);
	});
	try {
		return await Promise.race([promise, limit]);
	} finally {
		clearTimeout(timer);
	}
}

/** Resolves after `milliseconds`; rejects with the signal's reason as soon as it aborts. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) return reject(signal.reason);
		const stop = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", stop);
			resolve();
		}, milliseconds);
		signal?.addEventListener("abort", stop, { once: true });
	});
}
