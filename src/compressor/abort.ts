// AbortSignals as the façade speaks them: a pending promise rejects at once with a CompressorError.
import { CompressorError } from "../core/error.ts";

/** What an aborted signal stands for: its reason if that is a `CompressorError`, else code "aborted". */
export function abortError(signal: AbortSignal): CompressorError {
	return signal.reason instanceof CompressorError
		? signal.reason
		: new CompressorError("aborted", "The call was aborted by its signal.", { cause: signal.reason });
}

/** @throws the signal's {@link abortError} if it is aborted. */
export function throwIfAborted(signal: AbortSignal): void {
	if (signal.aborted) throw abortError(signal);
}

/** Who waits for a signal. */
interface Waiting {
	readonly stops: Set<() => void>;
	readonly listener: () => void;
}

/** One listener for all who wait for a signal, as Node warns of a leak where it has more than ten. */
const waiting = new WeakMap<AbortSignal, Waiting>();

/** @returns takes `stop`, which an abort of `signal` would call, off again; the last one takes the listener along */
function onAbort(signal: AbortSignal, stop: () => void): () => void {
	const { stops, listener } = waiting.get(signal) ?? startWaiting(signal);
	stops.add(stop);
	return () => {
		stops.delete(stop);
		if (stops.size > 0 || waiting.get(signal)?.stops !== stops) return;
		signal.removeEventListener("abort", listener);
		waiting.delete(signal);
	};
}

function startWaiting(signal: AbortSignal): Waiting {
	const stops = new Set<() => void>();
	const listener = () => {
		for (const each of stops) each();
	};
	signal.addEventListener("abort", listener, { once: true });
	waiting.set(signal, { stops, listener });
	return { stops, listener };
}

/** Settles like `promise`, or rejects as soon as `signal` aborts. The work behind `promise` goes on. */
export async function raceAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	let done = () => {};
	const aborted = new Promise<never>((_, reject) => {
		const stop = () => reject(abortError(signal));
		if (signal.aborted) stop();
		else done = onAbort(signal, stop);
	});
	try {
		return await Promise.race([aborted, promise]);
	} finally {
		done();
		// Once aborted nobody looks at the other promise: its failure is no one's unhandled rejection.
		promise.catch(() => {});
	}
}
