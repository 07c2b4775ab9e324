// Negations and restrictions that two words make: beside each other ("instead of", "failed to") or further apart
// ("ne … que", "lehnen … ab").

/** How far behind the first word the second may stand. */
const near = 6;
const far = 12;

const french = /^(?:ne|n'.*)$/;

interface Distant {
	readonly first: RegExp;
	readonly reach: number;
	/** Whether the first word is a negation only with the second, and so is one now too. */
	readonly both: boolean;
}

const distant: ReadonlyMap<string, Distant> = new Map([
	...["que", "qu'", "plus", "point", "personne"].map(
		(word) => [word, { first: french, reach: near, both: false }] as const,
	),
	["noch", { first: /^weder$/, reach: near, both: false }],
	["eller", { first: /^varken$/, reach: near, both: false }],
	["decât", { first: /^(?:nu|n-.*|nu-.*)$/, reach: near, both: false }],
	["ab", { first: /^(?:lehn(?:e|en|st|t|te|ten)|rat(?:e|en|et)|rät|riet|rieten)$/, reach: far, both: true }],
	["aus", { first: /^(?:schlie(?:ß|ss)(?:e|en|t)|schlo(?:ss|ß)(?:en)?)$/, reach: far, both: true }],
]);

/** The second word of two that stand together, and what may stand right before it. */
const adjacent: ReadonlyMap<string, RegExp> = new Map([
	["least", /^at$/],
	["most", /^at$/],
	["of", /^instead$/],
	["than", /^(?:rather|other|less|fewer|more)$/],
	["from", /^(?:apart|aside)$/],
	["to", /^fail(?:s|ed|ing)?$/],
	["lieu", /^au$/],
	["que", /^plutôt$/],
	["vez", /^e[nm]$/],
	["plaats", /^in$/],
	["vì", /^thay$/],
]);

/** English verbs that end or prevent what the next word names: "stop using". */
const ending = /^(?:stop|stops|stopped|stopping|quit|cease|ceases|ceased)$/;
const doing = /^\p{L}{2,}ing$/u;

/** How many folded words before the present one are looked at. */
export const recentWords = far;

/**
 * How many words back the first word of a pair stands whose second is `word`; 0 if it makes none.
 *
 * @param recent the folded words of its sentence before it, the last one last
 * @param beside whether the last of them stands right before it
 */
export function pairedWith(
	word: string,
	recent: readonly string[],
	beside: boolean,
): { readonly back: number; readonly first: boolean; readonly second: boolean } | null {
	const last = recent.at(-1);
	if (beside && last !== undefined) {
		if (adjacent.get(word)?.test(last)) return { back: 1, first: true, second: true };
		if (ending.test(last) && doing.test(word)) return { back: 1, first: true, second: false };
		if (last === "zero" && /^\p{L}{3,}$/u.test(word)) return { back: 1, first: true, second: false };
	}
	const pair = distant.get(word);
	if (pair === undefined) return null;
	for (let back = 1; back <= Math.min(pair.reach, recent.length); back++)
		if (pair.first.test(recent[recent.length - back] ?? "")) return { back, first: pair.both, second: true };
	return null;
}
