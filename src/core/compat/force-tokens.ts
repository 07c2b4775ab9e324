// Compat: force tokens. One that is not a single token of the model's vocabulary is replaced, all over the text, by
// an added token of its own, and put back in the words.
import { replaceAll, type SourceText } from "./source-text.ts";

/** Added tokens that the reference has ready, and with that the most force tokens it takes. */
export const maxForceTokens = 100;

/** The added token that stands for a force token, by its place in the list. */
export function standIn(place: number): string {
	return `[NEW${place}]`;
}

/** All of them: the reference knows them in every text, forced or not. */
export const standInNames: readonly string[] = Array.from({ length: maxForceTokens }, (_, place) =>
	standIn(place),
);

/** Force tokens as the reference uses them. */
export interface ForceTokens {
	readonly tokens: ReadonlySet<string>;
	/** Force token -> its stand-in, for those that are no single token. In the order given. */
	readonly standIns: ReadonlyMap<string, string>;
	/** Both: what begins a word and has probability 1. */
	readonly all: ReadonlySet<string>;
}

/** @param countTokens how many tokens the model's tokenizer makes of a text */
export function readForceTokens(
	force: readonly string[],
	countTokens: (text: string) => number,
): ForceTokens {
	const standIns = new Map<string, string>();
	for (const [place, token] of force.entries()) {
		if (countTokens(token) !== 1) standIns.set(token, standIn(place));
	}
	return namedForceTokens(force, standIns);
}

/** Force tokens whose stand-ins are known. */
export function namedForceTokens(
	force: readonly string[],
	standIns: ReadonlyMap<string, string>,
): ForceTokens {
	return { tokens: new Set(force), standIns, all: new Set([...force, ...standIns.values()]) };
}

/** The text with stand-ins in place of what they stand for, one force token after another. */
export function putStandIns(text: string, { standIns }: ForceTokens): SourceText {
	let replaced: SourceText = { text };
	for (const [token, name] of standIns) replaced = replaceAll(replaced, token, name);
	return replaced;
}

export function takeStandIns(text: string, { standIns }: ForceTokens): string {
	let restored = text;
	for (const [token, name] of standIns) restored = restored.replaceAll(name, () => token);
	return restored;
}
