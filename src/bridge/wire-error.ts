// How a failure crosses the worker boundary: comlink alone would lose `code`, `cause` and `instanceof`.
import { CompressorError, type ErrorData } from "../core/error.ts";

export interface WireError {
	readonly isCompressorError: true;
	readonly data: ErrorData;
}

export function toWireError(error: unknown): WireError {
	const known =
		error instanceof CompressorError
			? error
			: new CompressorError("worker-crashed", String(error), { cause: error });
	return { isCompressorError: true, data: known.toData() };
}

export function fromWireError({ data }: WireError): CompressorError {
	return CompressorError.fromData(data);
}
