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

/** Settles like `promise`, or rejects as soon as `signal` aborts. The work behind `promise` goes on. */
export async function raceAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	let stop = () => {};
	const aborted = new Promise<never>((_, reject) => {
		stop = () => reject(abortError(signal));
		if (signal.aborted) stop();
		else signal.addEventListener("abort", stop, { once: true });
	});
	try {
		return await Promise.race([aborted, promise]);
	} finally {
		signal.removeEventListener("abort", stop);
		// Once aborted nobody looks at the other promise: its failure is no one's unhandled rejection.
		promise.catch(() => {});
	}
}
