// How a failure crosses the worker boundary: comlink alone would lose `code`, `cause` and `instanceof`.

import { asCompressorError } from "../core/as-compressor-error.ts";
import { CompressorError, type ErrorData } from "../core/error.ts";

export interface WireError {
	readonly isCompressorError: true;
	readonly data: ErrorData;
}

export function toWireError(error: unknown): WireError {
	return { isCompressorError: true, data: asCompressorError(error).toData() };
}

/** Inverse of {@link toWireError}. What is no `WireError` comes from a worker that isn't ours: "worker-crashed". */
export function fromWireError(wire: unknown): CompressorError {
	return isWireError(wire)
		? CompressorError.fromData(wire.data)
		: new CompressorError("worker-crashed", "The worker failed with an unknown error.", { cause: wire });
}

function isWireError(wire: unknown): wire is WireError {
	return (wire as Partial<WireError> | null)?.isCompressorError === true;
}
