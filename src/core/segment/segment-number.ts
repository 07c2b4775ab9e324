// Numbers with sign, separators, currency and unit; dates, times, versions, addresses: one word each.

import { charClass, classAt, isAlnum } from "../char-class.ts";
import { matchEnd } from "../match-at.ts";
import { namedNumberEnd, writtenDateEnd } from "./segment-dates.ts";
import { limitEnd, prefixEnd } from "./segment-number-limits.ts";
import {
	attached,
	between,
	currency,
	d,
	end,
	han,
	perUnit,
	plain,
	scale,
	time,
	unit,
} from "./segment-number-parts.ts";
import { dashRangeEnd, shapedNumberEnd } from "./segment-number-shapes.ts";
import { unitEnd } from "./segment-units.ts";

const quantity = String.raw`[-+−±~≈≥≤<>=]{0,2}(?:${currency} ?)?[-−]?${plain}(?:[eE][-+]?${d}{1,4})?(?:[-–—~〜/⁄:×x*](?:${currency}?${plain})){0,4}(?:(?:[ \u00a0\u2009\u202f]?(?:${scale})\.?${end})?[ \u00a0\u2009\u202f]?(?:${currency}|${unit}${perUnit}${end})|(?:${attached})${end}|(?: ?(?:${han}))+(?:${d}{1,4}(?:${han})+){0,6})?`;
/** "5 to 10 days", "10 – 12 %": only before a unit. */
const range = `[-−]?${plain} ${between} [-−]?${plain}`;

const date = String.raw`(?:${d}{4}([-/.])${d}{1,2}\1${d}{1,2}|${d}{1,2}([-/.])${d}{1,2}\2${d}{2,4})(?!${d})(?:(?:T|t|_|,? )${time})?`;
const apache = `${d}{1,2}/[A-Z][a-z]{2}/${d}{4}:${d}{2}:${d}{2}:${d}{2}(?: [+-]${d}{4})?`;
const hexadecimal = `0[xX][0-9A-Fa-f_]+|0[bB][01_]+|#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?${end}|#${d}+`;
const address = String.raw`${d}{1,3}(?:\.${d}{1,3}){3}(?::${d}{1,5}|/${d}{1,2})?`;
const version = String.raw`[~^<>=]{0,2}[vV]?${d}+(?:\.(?:${d}+|[xX*])){2,8}(?:[-+][0-9A-Za-z][0-9A-Za-z.+-]{0,60}(?<![.+-]))?|[~^<>=]{0,2}[vV]${d}+(?:\.${d}+){0,2}`;
const uuid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const ipv6 = String.raw`(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){7}|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}|::(?:[0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4})(?:%\w{1,16})?(?:/${d}{1,3})?|[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}`;

const forms = [
	`(?:${uuid})${end}`,
	`(?=[\\w:]{0,40}[0-9])(?:${ipv6})(?![\\w:])`,
	`(?:${date}|${apache}|${time}|${hexadecimal})${end}`,
	`(?:${address}|${version})${end}`,
].map((form) => new RegExp(form, "uy"));
const quantityForm = new RegExp(quantity, "uy");
const rangeForm = new RegExp(range, "uy");
const shortUnit = new RegExp(`[ \\u00a0\\u202f]?(?:${currency}|${unit}${perUnit}${end})`, "uy");

/** Marks that hold an identifier together, so that what follows one is not a number of its own. */
const joiners = "-./:\\_@&+=~'’#";

/** The end of the number that begins at `start`, with the limit behind it ("5人以下", "5 or more"), or 0. */
export function numberEnd(text: string, start: number): number {
	const end = bareNumberEnd(text, start);
	return end > 0 ? limitEnd(text, end) : 0;
}

function bareNumberEnd(text: string, start: number): number {
	const written = writtenDateEnd(text, start);
	if (written > 0) return written;
	let longest = 0;
	for (const form of forms) longest = Math.max(longest, aloneEnd(text, matchEnd(form, text, start)));
	const shaped = aloneEnd(text, shapedNumberEnd(text, start));
	if (shaped > longest) longest = unitEnd(text, shaped);
	const range = rangeEnd(text, start) || dashed(text, start);
	if (range > longest) return range;
	const found = aloneEnd(text, matchEnd(quantityForm, text, start));
	return found >= longest && found > 0 ? unitEnd(text, found) : longest;
}

function aloneEnd(text: string, end: number): number {
	return end > 0 && standsAlone(text, end) ? end : 0;
}

/** The end of a range with a dash ("10:00 - 11:30", "5 % – 10 %") that begins at `start`, or 0. */
function dashed(text: string, start: number): number {
	const found = aloneEnd(text, dashRangeEnd(text, start));
	return found > 0 ? unitEnd(text, found) : 0;
}

/** The end of a range with a unit ("5 to 10 days") that begins at `start`, or 0. */
function rangeEnd(text: string, start: number): number {
	const numbers = matchEnd(rangeForm, text, start);
	if (numbers === 0 || !standsAlone(text, numbers)) return 0;
	const spelled = unitEnd(text, numbers);
	return spelled > numbers ? spelled : matchEnd(shortUnit, text, numbers);
}

/** What may open a token before its first word. */
const opening = "([\"'“«„";

/**
 * The date or amount whose name of a month or currency begins the token at `start`, or stands behind its bracket
 * or quotation mark (`May  3 10:11:12`, `(USD 1,200)`), or that a limit or sign leads (`up to 5`, `HK$ 5`); null if there is none.
 */
export function namedNumberAt(text: string, start: number): { start: number; end: number } | null {
	const from = opening.includes(text.charAt(start)) ? start + 1 : start;
	const found = namedNumberEnd(text, from);
	if (found > 0) return { start: from, end: limitEnd(text, unitEnd(text, found)) };
	const number = prefixEnd(text, from);
	const end = number > 0 ? numberEnd(text, number) : 0;
	return end > 0 ? { start: from, end } : null;
}

/** False where a longer word begins with the number: `10-year`, `3rd-party`, `2024_backup`. */
function standsAlone(text: string, at: number): boolean {
	if (at >= text.length) return true;
	if (isAlnum(classAt(text, at)) || classAt(text, at) === charClass.extend) return false;
	if (!joiners.includes(text.charAt(at)) || at + 1 >= text.length) return true;
	return !isAlnum(classAt(text, at + 1));
}
