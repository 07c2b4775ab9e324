// The one error class of the library. It crosses the worker boundary as `ErrorData`.

/** What went wrong, for a program: what each means and what to do is in the guide "Errors". */
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
	/** What went wrong, for a program. */
	readonly code: CompressorErrorCode;

	constructor(code: CompressorErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
		this.name = code === "aborted" ? "AbortError" : "CompressorError";
	}

	/** @internal How it crosses the worker boundary. */
	toData(): ErrorData {
		const cause = this.cause instanceof Error ? this.cause.message : this.cause;
		return {
			code: this.code,
			message: this.message,
			...(cause === undefined ? {} : { cause: String(cause) }),
		};
	}

	/** @internal The inverse of `toData`. */
	static fromData(data: ErrorData): CompressorError {
		return new CompressorError(
			data.code,
			data.message,
			data.cause === undefined ? undefined : { cause: data.cause },
		);
	}
}
