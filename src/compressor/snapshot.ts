// What a call was given, as it was then: callers may change their arrays and objects while it runs.
import { isRecord } from "../core/invalid-option.ts";

/**
 * A copy of arrays and plain objects, to any depth. Everything else (signals, functions, patterns, instances of
 * classes) is the same in the copy.
 *
 * @example snapshot({ pin: [[0, 4]], signal }) // another list of ranges, the same signal
 */
export function snapshot<T>(value: T): T {
	return copyOf(value, new Map()) as T;
}

/** @param copies what was copied already: what is refused later may hold itself */
function copyOf(value: unknown, copies: Map<unknown, unknown>): unknown {
	if (copies.has(value)) return copies.get(value);
	if (Array.isArray(value)) {
		const copy: unknown[] = [];
		copies.set(value, copy);
		for (const item of value) copy.push(copyOf(item, copies));
		return copy;
	}
	if (!isRecord(value)) return value;
	const copy: Record<string, unknown> = {};
	copies.set(value, copy);
	for (const [key, item] of Object.entries(value)) copy[key] = copyOf(item, copies);
	return copy;
}
