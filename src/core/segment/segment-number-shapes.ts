// Numbers that only their whole shape tells: powers, fractions, ranges with a dash, phone numbers, accounts and cards,
// feet and inches, degrees, sections of a law, and comparisons with their sign.
import { currency, d, end, han, perUnit, plain, time, unit } from "./segment-number-parts.ts";

const power = String.raw`(?:\^(?:\{[-+−]?${d}{1,4}\}|[-+−]?${d}{1,4})|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})`;
const measure = String.raw`(?:[ \u00a0\u2009\u202f]?(?:${currency}|${unit}${perUnit}${end})|(?:${han}))?`;
const amount = `(?:${currency} ?)?[-−]?${plain}${measure}`;
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
].map((shape) => new RegExp(`(?:${shape})(?![\\p{L}\\p{M}\\p{Nd}_])`, "uy"));

const ranges = [`${time}${dash}${time}`, `${amount}${dash}${amount}`].map(
	(form) => new RegExp(`(?:${form})(?![\\p{L}\\p{M}\\p{Nd}_]|[-–—−/.]${d})`, "uy"),
);

const comparing = /(?:[<>]=?|[=!]=|[≤≥≠≈±~])[ \u00a0]?(?=[-+−$€£¥]?[ ]?\.?\p{Nd})/uy;
const section =
	/§{1,2}[ \u00a0]?\p{Nd}{1,5}[a-z]?(?:(?:[-–]| ?(?:ff|f)\b|, ?)?\p{Nd}{1,5}[a-z]?)*(?: ?ff?\.)?(?![\p{L}\p{Nd}])/uy;

/** The end of the longest number of one of these shapes that begins at `start`, or 0. */
export function shapedNumberEnd(text: string, start: number): number {
	let longest = 0;
	for (const shape of shapes) longest = Math.max(longest, matchEnd(shape, text, start));
	return longest;
}

/** The end of a range of times or amounts with a dash that begins at `start`, or 0. */
export function dashRangeEnd(text: string, start: number): number {
	return matchEnd(ranges[0], text, start) || matchEnd(ranges[1], text, start);
}

/** Where the number begins that the sign of a comparison at `start` stands before (`>= 5`), or 0. */
export function comparedNumber(text: string, start: number): number {
	return matchEnd(comparing, text, start);
}

/** The end of the sections that begin with `§` at `start`, or 0. */
export function sectionEnd(text: string, start: number): number {
	return matchEnd(section, text, start);
}

function matchEnd(form: RegExp | undefined, text: string, start: number): number {
	if (form === undefined) return 0;
	form.lastIndex = start;
	return form.test(text) ? form.lastIndex : 0;
}
