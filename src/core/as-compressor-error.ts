// What is caught may be anything; what is told is a `CompressorError`.
import { CompressorError, type CompressorErrorCode } from "./error.ts";

/** The error itself if it is one, else one of the code with its words. */
export function asCompressorError(
	error: unknown,
	code: CompressorErrorCode = "worker-crashed",
): CompressorError {
	return error instanceof CompressorError
		? error
		: new CompressorError(code, String(error), { cause: error });
}
