// How each word of the source looks in the review: a tint by keep probability, and whether it is
// dropped, pinned, protected or warned of. Pure; the shading paints it.
import type { Reason, Word } from "../core/word-table.ts";
import type { Settings } from "./settings.ts";
import type { SpanSet } from "./span-set.ts";
import type { WordIndex } from "./word-index.ts";

/** The names of the shading's layers; each is a highlight (or a class) in shading.css. */
export const lookNames = [
	"tint-1",
	"tint-2",
	"tint-3",
	"tint-4",
	"tint-5",
	"dropped",
	"protected",
	"warned",
	"pinned",
	"struck",
] as const;
export type LookName = (typeof lookNames)[number];

/** What the looks depend on besides the words. */
export interface LookContext {
	readonly kept: SpanSet;
	readonly pinned: SpanSet;
	readonly struck: SpanSet;
	readonly warned: SpanSet;
	/** Which kinds are protected now. */
	readonly protect: Settings["protect"];
}

/** Why the word is kept whatever its probability, as the settings are now; `null` when it is not. */
export function reasonOf(word: Word, protect: Settings["protect"]): Reason | null {
	const reason = word.protected;
	if (reason === null) return null;
	return reason in protect && !protect[reason as keyof Settings["protect"]] ? null : reason;
}

/** A range of the source with one look. */
export interface Run {
	readonly start: number;
	readonly end: number;
	readonly looks: readonly LookName[];
}

const tints = ["tint-1", "tint-2", "tint-3", "tint-4", "tint-5"] as const;

/**
 * The tint of a keep probability: none under 0.1, then one step every fifth. A dropped word is two steps
 * paler, so that the eye finds what stays.
 */
export function tintOf(keepProbability: number, kept: boolean): LookName | null {
	if (keepProbability < 0.1) return null;
	const step = Math.min(4, Math.floor(keepProbability * 5));
	return tints[kept ? step : step - 2] ?? null;
}

function looksOf(word: Word, context: LookContext): LookName[] {
	const { start, end } = word;
	const looks: LookName[] = [];
	const kept = context.kept.overlaps(start, end);
	const tint = tintOf(word.keepProbability, kept);
	if (tint !== null) looks.push(tint);
	if (!kept) looks.push("dropped");
	else if (reasonOf(word, context.protect) !== null) looks.push("protected");
	if (context.warned.overlaps(start, end)) looks.push("warned");
	if (context.struck.overlaps(start, end)) looks.push("struck");
	else if (context.pinned.overlaps(start, end)) looks.push("pinned");
	return looks;
}

/** The words of `[from, to)`, neighbours of one look joined. Words without any look are left out. */
export function runsWithin(words: WordIndex, from: number, to: number, context: LookContext): Run[] {
	const runs: { start: number; end: number; key: string; looks: LookName[] }[] = [];
	let previous = -1;
	for (let i = words.firstAfter(from); i < words.size; i++) {
		const word = words.at(i);
		if (word === undefined || word.start >= to) break;
		const looks = looksOf(word, context);
		if (looks.length === 0) continue;
		const [start, end] = [Math.max(word.start, from), Math.min(word.end, to)];
		const key = looks.join(" ");
		const last = runs.at(-1);
		if (last !== undefined && last.key === key && previous === i - 1) last.end = end;
		else runs.push({ start, end, key, looks });
		previous = i;
	}
	return runs;
}
