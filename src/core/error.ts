// The one error class of the library. It crosses the worker boundary as `ErrorData`.

export type CompressorErrorCode =
	| "invalid-option"
	| "model-load-failed"
	| "no-device"
	| "out-of-memory"
	| "worker-crashed"
	| "aborted"
	| "disposed";

/** What a `CompressorError` is on the wire. */
export interface ErrorData {
	readonly code: CompressorErrorCode;
	readonly message: string;
	readonly cause?: string;
}

/**
 * Every failure of the library. `message` names the option and the value seen, or the URL that failed.
 *
 * @example
 * try { await compressor.compress(text, { rate: 2 }) }
 * catch (error) { if (error instanceof CompressorError) error.code; } // "invalid-option"
 */
export class CompressorError extends Error {
	readonly code: CompressorErrorCode;

	constructor(code: CompressorErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
		this.name = code === "aborted" ? "AbortError" : "CompressorError";
	}

	toData(): ErrorData {
		const cause = this.cause instanceof Error ? this.cause.message : this.cause;
		return {
			code: this.code,
			message: this.message,
			...(cause === undefined ? {} : { cause: String(cause) }),
		};
	}

	static fromData(data: ErrorData): CompressorError {
		return new CompressorError(
			data.code,
			data.message,
			data.cause === undefined ? undefined : { cause: data.cause },
		);
	}
}
