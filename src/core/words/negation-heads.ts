// What a negation negates: selection keeps the two together, so that a kept "not" never ends up before a
// verb that was not negated ("say you do not know and stop" must not become "say not stop").
import { type WordTable, wordKind } from "../word-table.ts";

/** Negations that stand behind what they negate: Japanese and Korean endings, Turkish and Persian verbs. */
const backward =
	/^(?:\p{scx=Hiragana}+|(?!안$|못$|절대|결코|전혀|오직|오로지)\p{scx=Hangul}{2,}|değil\p{L}*|yok\p{L}{0,3}|ol(?:ma|un)\p{L}*|e[td][im]\p{L}*|yap[ıi]?[lm]\p{L}*|hariç|dışında|ن\p{L}{2,})$/iu;
/** Japanese endings lean on the nearest word that is not in Hiragana itself: 作|ら|ない. */
const ending = /^\p{scx=Hiragana}+$/u;
/** Articles, pronouns, "and", "or" and the like, which are no head. */
const light = new Set(
	"a an the to be any all of in on for under this that these those your my his her our their it der die das den dem ein eine einen zu le la les l' de du des un une se me te y en el los las lo il gli i uno una o os as um uma het een te ze o si się to să se det att som en ett den bir là cái di yang в на с у к о και το τα ο η and or und oder et ou e o y u ed of och eller ve veya và hoặc dan atau и или і або".split(
		" ",
	),
);
/** Verbs that are a head only where no other word follows. */
const auxiliary = new Set(
	"been may can could should would will must shall darf dürfen kann können muss müssen soll sollen wird werden".split(
		" ",
	),
);
/** How many words are looked at. */
const reach = 3;
/** A longer row of negations is no language, and looking beyond it from each would take quadratic time. */
const mostNegations = 16;

/**
 * The words that the negation `at` is about, as a range of word numbers `[from, to)`: the next word of its
 * clause that is no article; for negations that follow their verb, and where nothing follows, the word
 * before. Never beyond a mark. Empty if there is none.
 *
 * @param isNegation whether a word is a negation itself, which is nobody's head
 */
export function headOf(
	text: string,
	words: WordTable,
	at: number,
	isNegation: (at: number) => boolean,
): readonly [from: number, to: number] {
	const { start, end } = words;
	const spelled = (word: number) => text.slice(start[word], end[word]);
	const before = neighbour(words, at, -1, isNegation);
	if (before >= 0 && backward.test(spelled(at))) {
		let from = before;
		for (let seen = 0; seen < reach && ending.test(spelled(from)) && ending.test(spelled(at)); seen++) {
			const further = neighbour(words, from, -1, isNegation);
			if (further < 0 || end[further] !== start[further + 1]) break;
			from = further;
		}
		return [from, before + 1];
	}
	const next = neighbour(words, at, 1, isNegation);
	if (next < 0) {
		const none = before < 0 || light.has(spelled(before).toLowerCase());
		return none ? [at, at] : [before, before + 1];
	}
	let head = next;
	for (let seen = 0; seen < reach && head >= 0; seen++) {
		const word = spelled(head).toLowerCase();
		if (!light.has(word) && !auxiliary.has(word)) return [head, head + 1];
		head = neighbour(words, head, 1, isNegation);
	}
	return [next, next + 1];
}

/** The nearest word of the same clause before any mark, negations aside; -1 if there is none. */
function neighbour(
	{ kind, clause }: WordTable,
	from: number,
	step: 1 | -1,
	isNegation: (at: number) => boolean,
): number {
	for (let seen = 0, at = from + step; seen <= mostNegations && clause[at] === clause[from]; seen++) {
		if (kind[at] !== wordKind.word) return -1;
		if (!isNegation(at)) return at;
		at += step;
	}
	return -1;
}
