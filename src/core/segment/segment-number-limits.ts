// What stands beside a number and says which side of it is meant, which sign or which currency it has: one word with it.
import { matchEnd } from "../match-at.ts";

/** Limits before a number. */
const limits = [
	"up to|at (?:most|least)|(?:no|not) (?:more|less|fewer|later|earlier) than|(?:more|less|fewer|greater|lower|higher|longer|shorter) than|under|over|below|above|max(?:imum|imal)?\\.?|min(?:imum|imal)?\\.?",
	"bis zu|höchstens|mindestens|(?:nicht )?(?:mehr|weniger) als|unter|über",
	"(?:pas )?(?:moins|plus) de|au (?:plus|moins|maximum|minimum)|jusqu['’]à",
	"(?:no )?(?:menos|más|mais) de|hasta|como (?:máximo|mínimo)|al menos|máx(?:imo)?\\.?|até|no máximo|pelo menos",
	"(?:non )?(?:meno|più) di|fino a|al (?:massimo|minimo)|almeno",
	"(?:niet )?(?:minder|meer) dan|maximaal|minimaal|hoogstens|minstens|ten (?:hoogste|minste)",
	"(?:nie )?(?:więcej|mniej) niż|co (?:najmniej|najwyżej)|poniżej|powyżej|najwyżej",
	"cel (?:mult|puțin)|mai (?:mult|puțin) de|până la|maxim|minim",
	"nejvýše|nejméně|alespoň|maximálně|(?:méně|více) než",
	"högst|minst|(?:mer|mindre) än|upp till",
	"en (?:fazla|az)|tối (?:đa|thiểu)|ít nhất|không quá|dưới|maksimal|paling (?:banyak|sedikit)|(?:kurang|lebih) dari",
	"(?:не )?(?:более|менее|больше|меньше|більше|менше)(?: чем| ніж)?|максимум|минимум|до|свыше|понад",
	"έως|το πολύ|τουλάχιστον|(?:πάνω|κάτω) από|(?:λιγότερο|περισσότερο) από",
	"(?:أقل|أكثر) من|على (?:الأكثر|الأقل)|حتى|לפחות|לכל היותר|עד|حداکثر|حداقل|(?:کمتر|بیش|بیشتر) از|अधिकतम|न्यूनतम|कम से कम",
].join("|");
const signs = "minus|negative|минус|мінус";
const currencies = String.raw`(?:US|AU?|NZ|CA?|HK|NT|SG?|R|MX)\$|Rs\.?|오전|오후`;

/** Where the first side of a limit begins is told by a digit behind it, so that "over" alone is none. */
const prefix = new RegExp(
	String.raw`(?:(?:${limits})[ \u00a0](?:(?:${currencies})[ \u00a0]?)?|(?:${signs})[ \u00a0]|(?:${currencies})[ \u00a0]?)(?=[-+−]?(?:\p{Sc}[ \u00a0]?)?[-−]?\.?\p{Nd})`,
	"iuy",
);
const suffix =
	/ ?(?:以上|以下|以内|以內|以后|以後|以前|未満|未满|未滿|左右|程度|이상|이하|이내|미만|초과)| (?:or (?:more|less|fewer|older|younger|above|below)|oder (?:mehr|weniger)|ou (?:plus|moins|mais|menos)|o (?:más|menos|più|meno))(?![\p{L}\p{M}\p{Nd}_])/uy;
const dayPart =
	/(?:午前|午後|上午|下午|凌晨|早上|晚上|中午|正午|最大|最高|最低|最多|最少|至少|至多|不超过|不超過|不到|少于|低于|高于|超过)$/u;
const longestDayPart = 3;

/** Where the number begins that a limit, sign or currency at `start` leads ("up to 5", "HK$ 5"), or 0. */
export function prefixEnd(text: string, start: number): number {
	return matchEnd(prefix, text, start);
}

/** Where the limit ends that follows the number that ends at `at` ("5人以下", "5 or more"); `at` if there is none. */
export function limitEnd(text: string, at: number): number {
	suffix.lastIndex = at;
	return suffix.test(text) ? suffix.lastIndex : at;
}

/** Where the part of the day or limit begins that is written together with the number at `at` (午後3時), else `at`. */
export function dayPartStart(text: string, at: number, from: number): number {
	const found = dayPart.exec(text.slice(Math.max(from, at - longestDayPart), at));
	return found ? at - found[0].length : at;
}
