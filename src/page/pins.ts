// The person's own choice for single words, by source range. Pins move with the text when it is edited.

export type Choice = "auto" | "keep" | "drop";

/** Half-open source range `[start, end)` in UTF-16 code units, and what the person wants of it. */
export interface Pin {
	readonly start: number;
	readonly end: number;
	readonly choice: "keep" | "drop";
}

/** What a click on a word with this choice makes of it. */
export const nextChoice: Readonly<Record<Choice, Choice>> = { auto: "keep", keep: "drop", drop: "auto" };

export function choiceOf(pins: readonly Pin[], start: number, end: number): Choice {
	return pins.find((pin) => pin.start < end && pin.end > start)?.choice ?? "auto";
}

/** The pins with this word set to `choice`; whatever overlapped it is gone. In source order. */
export function withChoice(pins: readonly Pin[], start: number, end: number, choice: Choice): Pin[] {
	const others = pins.filter((pin) => pin.end <= start || pin.start >= end);
	if (choice !== "auto") others.push({ start, end, choice });
	return others.sort((a, b) => a.start - b.start);
}

/**
 * The pins after an edit that turned `before` into `after`: those in the text's unchanged head stay,
 * those in its unchanged tail move along, those that the edit touched are gone.
 */
export function movedPins(pins: readonly Pin[], before: string, after: string): Pin[] {
	if (pins.length === 0 || before === after) return [...pins];
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
	let tail = 0;
	while (
		tail < shorter - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	) {
		tail++;
	}
	const shift = after.length - before.length;
	return pins.flatMap((pin) => {
		if (pin.end <= head) return [pin];
		if (pin.start < before.length - tail) return [];
		return [{ ...pin, start: pin.start + shift, end: pin.end + shift }];
	});
}
