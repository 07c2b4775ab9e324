// Both ends of the bridge call this once: errors then cross as `WireError` and are revived as
// `CompressorError`; comlink's own handler would keep only name, message and stack.
import { transferHandlers } from "comlink";
import { fromWireError, toWireError } from "./wire-error.ts";

/** What comlink wraps around a thrown value before it asks the handler to serialize it. */
interface Thrown {
	readonly value: unknown;
}

/** Replaces comlink's `"throw"` transfer handler. Calling it again changes nothing. */
export function installThrowHandler(): void {
	const original = transferHandlers.get("throw");
	transferHandlers.set("throw", {
		// The marker of a thrown value is private to comlink, so its own test is kept.
		canHandle: (value): value is Thrown => original?.canHandle(value) ?? false,
		serialize: (thrown) => [toWireError((thrown as Thrown).value), []],
		deserialize: (wire) => {
			throw fromWireError(wire);
		},
	});
}
