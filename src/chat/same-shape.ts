// The guard of JSON texts: what parsed before must parse after, and say the same but for shorter strings.
import { isRecord } from "../core/invalid-option.ts";

/** The value of a JSON text, boxed because it may be `null`; undefined if `text` is no JSON. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

/**
 * Whether `after` has the keys, lengths, numbers, booleans and nulls of `before`, and strings that are not longer.
 * Keys with `undefined`, which JSON leaves out, count for nothing. A string that holds JSON itself, as tools' results
 * inside other results do, has to keep that one's shape, too.
 */
export function isSameShape(before: unknown, after: unknown): boolean {
	// A list of what is left to compare, not recursion: JSON may be nested deeper than the stack.
	const pairs: [unknown, unknown][] = [[before, after]];
	for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
		const [from, to] = pair;
		if (typeof from === "string") {
			if (typeof to !== "string" || to.length > from.length) return false;
			const inner = to === from ? undefined : parseContainer(from);
			if (inner) pairs.push([inner, parseJson(to)?.value]);
		} else if (Array.isArray(from)) {
			if (!Array.isArray(to) || to.length !== from.length) return false;
			for (const [at, item] of from.entries()) pairs.push([item, to[at]]);
		} else if (isRecord(from)) {
			if (!isRecord(to)) return false;
			const keys = definedKeys(from);
			if (keys.length !== definedKeys(to).length) return false;
			for (const key of keys) {
				if (!Object.hasOwn(to, key)) return false;
				pairs.push([from[key], to[key]]);
			}
		} else if (from !== to) return false;
	}
	return true;
}

/** The object or array in a JSON text. */
export function parseContainer(text: string): unknown {
	return /^\s*[[{]/.test(text) ? parseJson(text)?.value : undefined;
}

function definedKeys(record: Record<string, unknown>): string[] {
	return Object.keys(record).filter((key) => record[key] !== undefined);
}
