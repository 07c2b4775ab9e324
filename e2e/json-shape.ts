// What of a parsed JSON or YAML value must be the same after compression: everything but the words of long strings.

/** The value with "string" in the place of each string, so that two shapes can be compared. */
export function shapeOfValue(value: unknown): unknown {
	if (typeof value === "string") return "string";
	if (Array.isArray(value)) return value.map(shapeOfValue);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shapeOfValue(inside)]));
}

/** All strings of a value, in order. */
export function stringsOf(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** Whether `part` is what is left of `whole` when some of its characters go. */
export function isSubsequence(part: string, whole: string): boolean {
	let at = 0;
	for (const char of part.replace(/\s/g, "")) {
		at = whole.indexOf(char, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
