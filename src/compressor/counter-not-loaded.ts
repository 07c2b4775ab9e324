// The error where the code that counts LLM tokens, a file of its own, could not be had.
import { CompressorError } from "../core/error.ts";

/** Browsers name the file's URL in what they throw. */
export function counterNotLoaded(encoding: string, cause: unknown): CompressorError {
	const reason = cause instanceof Error ? cause.message : String(cause);
	return new CompressorError(
		"model-load-failed",
		`The ${encoding} token counter could not be loaded: ${reason}`,
		{
			cause,
		},
	);
}
