// A text inside messages or tool definitions: where it lies, and how a shorter one gets there.

/** Where a text lies: `[3, "content", 0, "text"]` is `messages[3].content[0].text`. */
export type TextPath = readonly (string | number)[];

/** A value at a path: a text, or the JSON value that an LLM reads as its JSON text. */
export interface TextPlace {
	readonly path: TextPath;
	readonly value: unknown;
}

/**
 * `root` with other values at the given places. What holds none of them is the same object as before; nothing
 * of `root` is changed.
 *
 * @param places paths of own properties, through plain objects and arrays
 *
 * @example replaceAt([a, { text: "long" }], [{ path: [1, "text"], value: "short" }]) // [a, { text: "short" }]
 */
export function replaceAt<T>(root: T, places: readonly TextPlace[]): T {
	const copies = new Set<unknown>();
	const copied = (node: unknown): Record<string | number, unknown> => {
		const copy = copies.has(node) ? node : Array.isArray(node) ? [...node] : { ...(node as object) };
		copies.add(copy);
		return copy as Record<string | number, unknown>;
	};
	const replaced = (node: unknown, [key, ...rest]: TextPath, value: unknown): unknown => {
		if (key === undefined) return value;
		const copy = copied(node);
		copy[key] = replaced(copy[key], rest, value);
		return copy;
	};
	return places.reduce<unknown>((node, { path, value }) => replaced(node, path, value), root) as T;
}
