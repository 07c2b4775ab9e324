// How far one word reaches: which marks inside, before and behind letters and digits belong to it.
import { charClass, charLength, classAt, classBefore, clusterEnd, isAlnum } from "../char-class.ts";

/** Marks that join two parts of a word when both sides are letters or digits. */
const joiners = "'’‐‑-._/\\:@&+=~·׳״%#^*$ʼ";
const digitJoiners = ",٬٫–";
const longestJoint = 3;

/** `f(x)`, `word(s)`, `a[0]`, `List<T>`: a short bracket without white space behind a letter. */
const call =
	/\([\p{L}\p{Nd}_.,'"=:*+/-]{0,48}\)|\[[\p{L}\p{Nd}_.,'":*+-]{0,32}\]|<[A-Za-z][A-Za-z0-9_.,[\]|]{0,48}>/uy;
const suffix =
	/\+\+(?![\p{L}\p{Nd}])|(?<=(?:^|[^\p{L}])[A-Z])#(?![\p{L}\p{Nd}])|[™®©℠°]|(?<=\p{L})\/(?![\p{L}\p{Nd}/*>])/uy;

/** The end of the word whose first letter or digit is at `start`. */
export function coreEnd(text: string, start: number, limit: number): number {
	let at = start;
	while (at < limit) {
		const found = classAt(text, at);
		if (isAlnum(found)) at += charLength(text, at);
		else if (found === charClass.extend) at = clusterEnd(text, at, limit);
		else if (found === charClass.mark || found === charClass.symbol) {
			const next =
				jointEnd(text, at, limit) || sticky(call, text, at, limit) || sticky(suffix, text, at, limit);
			if (next === 0) break;
			at = next;
		} else break;
	}
	return at;
}

function sticky(form: RegExp, text: string, at: number, limit: number): number {
	form.lastIndex = at;
	return form.test(text) && form.lastIndex <= limit ? clusterEnd(text, form.lastIndex, limit) : 0;
}

/** Where the next part of the word begins if marks at `at` join two parts, else 0. */
function jointEnd(text: string, at: number, limit: number): number {
	const char = text.charAt(at);
	if (digitJoiners.includes(char) || char === '"') {
		const inside = char === '"' ? isHebrew(text, at - 1) && isHebrew(text, at + 1) : betweenDigits(text, at);
		return inside && at + 1 < limit ? at + 1 : 0;
	}
	let end = at;
	while (end < limit && end < at + longestJoint && joiners.includes(text.charAt(end))) end++;
	if (end === at || end >= limit || !isAlnum(classAt(text, end))) return 0;
	if (
		end - at > 1 &&
		(text.startsWith("--", at) || text.startsWith("...", at) || /['’*]/.test(text.slice(at, end)))
	)
		return 0;
	return end;
}

function betweenDigits(text: string, at: number): boolean {
	return classBefore(text, at) === charClass.digit && classAt(text, at + 1) === charClass.digit;
}

function isHebrew(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= 0x05d0 && unit <= 0x05ea;
}

const prefix =
	/--?(?=\p{L})|\$(?=[\p{L}\p{Nd}_{])|[@#~/\\](?=[\p{L}\p{Nd}_])|\.(?=[\p{L}\p{Nd}])|\p{Sc}(?=\p{Nd})|['’](?=\p{Nd}0s|(?:s|re|ve|ll|d|t|m|em|til|cause|kay|tis|twas)(?!\p{L}))/iuy;

/**
 * The length of the marks before a word that belong to it: `--flag`, `@name`, `#tag`, `.env`, `/help`.
 * Only behind white space or a mark.
 */
export function prefixLength(text: string, at: number, limit: number): number {
	const before = classBefore(text, at);
	if (isAlnum(before) || before === charClass.extend || before === charClass.script) return 0;
	prefix.lastIndex = at;
	return prefix.test(text) && prefix.lastIndex < limit ? prefix.lastIndex - at : 0;
}

const letterDots = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;
/** Abbreviations that stand before a name or number. */
const titles = new Set(
	"mr mrs ms dr prof st hr fr mme mlle sr sra dra sig gen sen rep gov rev vs fig eq sec vol pp nr str abb tab art bd vgl cf ca approx dept inc ltd corp co resp bzw z.b d.h u.a г гг ул им стр рис табл см т.е др руб тыс пр p pág núm ref př tzv např napr tj nr ul al jl dll bpk hlm ref bl kap s".split(
		" ",
	),
);
const months =
	/^(?:jan|feb|fév|mar|mär|maj|mai|máj|apr|abr|avr|jun|jul|aug|ago|aoû|sep|okt|oct|out|nov|dez|dec|déc|dic|gen|giu|lug|set|ott|led|úno|bře|dub|kvě|čer|srp|zář|říj|lis|pro|sty|lut|kwi|cze|sie|wrz|paź|gru|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)/iu;

/**
 * Whether a single full stop at `at` belongs to the word `[start, at)`: an abbreviation (`e.g.`, `Dr.`), an
 * initial (`J. Smith`) or an ordinal (`3. Oktober`), and not the end of a sentence.
 */
export function ownsStop(text: string, start: number, at: number): boolean {
	const next = text.charCodeAt(at + 1);
	if (next !== 0x20 && next !== 0xa0) return at - start <= 12 && letterDots.test(text.slice(start, at));
	const follower = text.slice(at + 2, at + 8);
	if (at - start > 12) return false;
	const word = text.slice(start, at);
	if (letterDots.test(word)) return true;
	if (/^\p{Nd}{1,3}$/u.test(word)) return /^\p{Ll}/u.test(follower) || months.test(follower);
	if (!/^[\p{L}\p{Nd}(]/u.test(follower)) return false;
	return (/^\p{Lu}$/u.test(word) && word !== "I") || titles.has(word.toLowerCase());
}
