// Numbers that only their whole shape tells: powers, fractions, ranges with a dash, phone numbers, accounts and cards,
// feet and inches, degrees, sections of a law, and comparisons with their sign.
import { matchEnd } from "../match-at.ts";
import { between, currency, d, end, han, perUnit, plain, time, unit } from "./segment-number-parts.ts";

const power = String.raw`(?:\^(?:\{[-+−]?${d}{1,4}\}|[-+−]?${d}{1,4})|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})`;
const measure = String.raw`(?:[ \u00a0\u2009\u202f]?(?:${currency}|${unit}${perUnit}${end})|(?:${han}))?`;
const amount = `(?:${currency} ?)?[-−]?${plain}${measure}`;
/** Digits with full-width groups, point and the like between them. */
const wide = `(?:${d}{1,3}(?:，${d}{3}){1,8}(?!${d})|${d}+)(?:．${d}+)?(?![.,]?${d})`;
const measured = String.raw`[-−]?${plain}[ \u00a0\u2009\u202f]?(?:${currency}|${unit}${perUnit}${end})`;
const dash = String.raw`[ \u00a0]?[-–—−~〜][ \u00a0]?`;

/** At least this many digits: fewer are no phone number. */
const enoughDigits = String.raw`(?=(?:[^\p{Nd}\n]{0,3}${d}){7})`;
const shapes = [
	// 10^6, 10⁻³, 1.5 × 10^6 bytes
	`[-+−±~≈]?(?:${plain} ?[×·⋅*x✕] ?)?${plain}${power}${measure}`,
	// 210 × 297 mm, 3 x 4 m
	`${plain}(?: ?(?:${unit}))?(?: ?[×x✕] ?${plain}(?:${measure})){1,3}`,
	// 2 1/2, 3 ½
	String.raw`${d}{1,3}(?: ${d}{1,2}/${d}{1,2}(?![\p{Nd}/])| ?[¼½¾⅐-⅞])${measure}`,
	// +49 30 1234567, +1 (555) 123-4567
	String.raw`\+${enoughDigits}${d}{1,3}(?:[ \u00a0.-]?\(${d}{1,5}\))?(?:[ \u00a0./-]?${d}{1,12}){1,6}`,
	// (555) 123-4567
	String.raw`${enoughDigits}\(${d}{2,5}\) ?${d}{2,8}(?:[ -]${d}{2,8}){0,3}(?:(?<=[ -]${d}{2,8})|(?<=\)[ ]?${d}{5,8}))`,
	// 030 / 1234567, 0171 234 5678, 06 12 34 56 78
	`0${d}{2,5}(?: ?/ ?| |-)${d}{3,9}(?:[ -]${d}{2,8}){0,3}|0${d}(?:[ .]${d}{2}){4}`,
	// DE89 3704 0044 0532 0130 00
	`[A-Z]{2}${d}{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?`,
	// 4111 1111 1111 1111, 3782 822463 10005
	String.raw`${d}{4}(?:([ -])${d}{4})(?:\1${d}{4}){1,3}(?:\1${d}{1,3})?|${d}{4} ${d}{6} ${d}{5}`,
	// 6'2", 5′ 10″
	`${d}{1,3} ?(?:['’]|′) ?${d}{1,2}(?:[.,]${d})?(?:["”″]|'')|${d}{1,4}(?:[.,]${d}{1,3})?[″′]`,
	// 52° 31' 12.5" N
	`${d}{1,3}(?:[.,]${d}{1,8})?°(?: ?${d}{1,2}(?:[.,]${d}{1,5})?['’′](?: ?${d}{1,2}(?:[.,]${d}{1,5})?["”″])?)?(?: ?[NSEWO]${end})?`,
	// １２．５％, －５℃, 1，200元, １０：３０
	`[-−－＋±]?(?:${currency} ?)?${wide}(?:[－～〜／：]${wide}){0,4}${measure}`,
	// 2 h 30 min, 5 ft 10 in, 1h 30m
	`${d}{1,4} ?(?:h|hrs?|hours?|Std|uur|ч)\\.?,?(?: and)? ?${d}{1,2} ?(?:m|mins?|minutes?|Min|мин)(?: ?${d}{1,2} ?(?:s|sec|seconds?|с))?`,
	`${d}{1,4} ?(?:m|min|minutes?)(?: and)? ${d}{1,2} ?(?:s|sec|seconds?)`,
	`${d}{1,3} ?(?:ft|feet|foot|lbs?|pounds?)\\.? ${d}{1,2} ?(?:in|inch|inches|oz|ounces)`,
	// 3시 15분, 5명 이하
	`${d}{1,12}(?:명|개|번|회|살|세|원|분|초|시간|일|개월|년|도)(?= ?(?:이상|이하|이내|미만|초과))`,
	`${d}{1,2}시(?: ?${d}{1,2}분)?(?:까지|부터|에|에서|쯤|경)?`,
	// 30. 11. 2026
	`${d}{1,2}\\. ${d}{1,2}\\. ${d}{4}`,
].map((shape) => new RegExp(`(?:${shape})${end}`, "uy"));

const ranges = [
	`${time}(?:${dash}| ${between} )${time}`,
	`${amount}${dash}${amount}`,
	`${measured} ${between} ${measured}`,
].map((form) => new RegExp(`(?:${form})${end}(?![-–—−/.]${d})`, "uy"));

const comparing = /(?:[<>]=?|[=!]=|[≤≥≠≈±~])[ \u00a0]?(?=[-+−$€£¥]?[ ]?\.?\p{Nd})/uy;
const section =
	/§{1,2}[ \u00a0]?\p{Nd}{1,5}[a-z]?(?:(?:[-–]| ?(?:ff|f)\b|, ?)?\p{Nd}{1,5}[a-z]?)*(?: ?ff?\.)?(?![\p{L}\p{Nd}])/uy;

/** The end of the longest number of one of these shapes that begins at `start`, or 0. */
export function shapedNumberEnd(text: string, start: number): number {
	let longest = 0;
	for (const shape of shapes) longest = Math.max(longest, matchEnd(shape, text, start));
	return longest;
}

/** The end of a range of times or amounts with a dash or "to" that begins at `start`, or 0. */
export function dashRangeEnd(text: string, start: number): number {
	for (const form of ranges) {
		const end = matchEnd(form, text, start);
		if (end > 0) return end;
	}
	return 0;
}

/** Where the number begins that the sign of a comparison at `start` stands before (`>= 5`), or 0. */
export function comparedNumber(text: string, start: number): number {
	return matchEnd(comparing, text, start);
}

/** The end of the sections that begin with `§` at `start`, or 0. */
export function sectionEnd(text: string, start: number): number {
	return matchEnd(section, text, start);
}
