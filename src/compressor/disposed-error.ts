// What calls to a compressor that is no more reject with. Apart, as it is loaded before the first call.
import { CompressorError } from "../core/error.ts";

export function disposedError(): CompressorError {
	return new CompressorError("disposed", "The compressor was disposed of.");
}
