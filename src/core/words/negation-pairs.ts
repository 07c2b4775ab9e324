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
	/** Whether no mark may stand right before the second word. */
	readonly beside?: boolean;
}

/** What all there is is called, by the words that take something out of it: "everything … but". */
const universal: readonly (readonly [exceptions: string, all: string])[] = [
	["but", "everything|anything|nothing|all|any|everyone|everybody|anyone|anybody|nobody|none|no|every|each"],
	["except excepting excluding", "everything|anything|all|any|everyone|everybody|anyone|anybody|every|each"],
	["außer ausser ausgenommen", "alles?|allen|aller|jede[rnsm]?"],
	["sauf hormis excepté", "tout|tous|toute|toutes"],
	["menos excepto exceto salvo", "todo|todos|toda|todas|tudo"],
	["tranne eccetto salvo", "tutto|tutti|tutta|tutte"],
	["behalve", "alles?|iedereen|elke?"],
	["oprócz prócz", "wszystk[oie]|wszystkich|wszyscy"],
	["kromě", "vše|všechno|všechny|všech|všichni"],
	["utom förutom", "allt|alla"],
	["кроме", "все|всё|всех|всем|всю"],
	["крім окрім", "все|всі|всіх|всю|усе|усі"],
	["kecuali selain", "semua|semuanya"],
];

const distant: ReadonlyMap<string, Distant> = new Map<string, Distant>([
	...["que", "qu'", "plus", "point", "personne"].map(
		(word) => [word, { first: french, reach: near, both: false }] as const,
	),
	["noch", { first: /^weder$/, reach: near, both: false }],
	["eller", { first: /^varken$/, reach: near, both: false }],
	["decât", { first: /^(?:nu|n-.*|nu-.*)$/, reach: near, both: false }],
	["ab", { first: /^(?:lehn(?:e|en|st|t|te|ten)|rat(?:e|en|et)|rät|riet|rieten)$/, reach: far, both: true }],
	["aus", { first: /^(?:schlie(?:ß|ss)(?:e|en|t)|schlo(?:ss|ß)(?:en)?)$/, reach: far, both: true }],
]);

const exceptions: ReadonlyMap<string, Distant> = new Map(
	[...new Set(universal.flatMap(([words]) => words.split(" ")))].map((word) => {
		const all = universal.filter(([words]) => words.split(" ").includes(word)).map(([, names]) => names);
		const first = new RegExp(`^(?:${all.join("|")})$`, "u");
		return [word, { first, reach: near, both: true, beside: word === "but" || word === "menos" }];
	}),
);

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
	// "Stop the upload" asks for the opposite of an upload; the stop of a bus stands elsewhere.
	if (recent.length === 0 && ending.test(word)) return { back: 0, first: false, second: true };
	const pair = distant.get(word) ?? exceptions.get(word);
	if (pair === undefined || (pair.beside && !beside)) return null;
	for (let back = 1; back <= Math.min(pair.reach, recent.length); back++)
		if (pair.first.test(recent[recent.length - back] ?? "")) return { back, first: pair.both, second: true };
	return null;
}
