// Gives an error from the wasm runtime, the GPU or the engine its code, so that the caller can act on it.
import { CompressorError, type CompressorErrorCode } from "../src/core/error.ts";

/** What running out of memory looks like in V8, SpiderMonkey, JavaScriptCore, emscripten, C++ and Dawn. */
const outOfMemory =
	/out of memory|bad_alloc|allocation (?:failed|failure)|failed to allocate|cannot enlarge memory|\bOOM\b|invalid (?:typed )?array length|array buffer allocation|could not allocate memory/i;

/** `error` as a `CompressorError`: itself if it is one, "out-of-memory" if it says so, else `code`. */
export function toCompressorError(error: unknown, code: CompressorErrorCode, what: string): CompressorError {
	if (error instanceof CompressorError) return error;
	const message = error instanceof Error ? error.message : String(error);
	return outOfMemory.test(message)
		? new CompressorError("out-of-memory", `${what}: not enough memory (${message})`, { cause: error })
		: new CompressorError(code, `${what}: ${message}`, { cause: error });
}
