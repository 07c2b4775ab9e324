// URLs of any scheme, www. hosts, bare domains with a path, and e-mail addresses.
import { charClass, charLength, classAt, isAlnum } from "../char-class.ts";

const schemeStart =
	/(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:\/\/|www\d?\.(?=[^\s.])|(?:mailto|tel|urn|doi|xmpp|sip|magnet|data|blob|about|javascript):(?=[^\s:/.,;"')\]]))/y;
const domain =
	/(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:com|org|net|io|dev|edu|gov|ai|app|de|fr|jp|cn|uk|eu|ru)(?::\d{1,5})?\/(?=[^\s])/y;
const email =
	/[\p{L}\p{M}\p{Nd}._%+-]{1,64}@(?:[\p{L}\p{M}\p{Nd}-]{1,63}\.){1,8}[\p{L}\p{M}\p{Nd}-]{2,63}(?::[\w./~-]{1,200})?/uy;

/** ASCII characters that never belong to a URL as people write one in prose. */
const stops = "\"'<>`\\^|";
/** Marks of a URL that people write a backslash before in Markdown. */
const escaped = "&()_~*#=";
/** What ends a sentence or an emphasis rather than the URL. */
const trailing = ".,;:!?*_~…";
/** A script without spaces goes on with the URL only behind one of these: "wiki/日本", but not "a.com日本". */
const before = "/=_-(&+%";

/** The end of the URL or e-mail address that begins at `start`, or 0. */
export function urlEnd(text: string, start: number): number {
	schemeStart.lastIndex = start;
	if (schemeStart.test(text)) return restEnd(text, start, schemeStart.lastIndex);
	domain.lastIndex = start;
	return domain.test(text) ? restEnd(text, start, domain.lastIndex) : 0;
}

const longestLocalPart = 64;

/** The end of the e-mail address (or scp-like `user@host.tld:path`) that begins at `start`, or 0. */
export function emailEnd(text: string, start: number): number {
	if (!text.slice(start, start + longestLocalPart + 1).includes("@")) return 0;
	email.lastIndex = start;
	if (!email.test(text)) return 0;
	let end = email.lastIndex;
	while (end > start && ".:-/".includes(text.charAt(end - 1))) end--;
	return end;
}

function restEnd(text: string, start: number, from: number): number {
	let end = from;
	let parens = 0;
	let brackets = 0;
	let braces = 0;
	/** The first opening bracket whose partner the URL has not. */
	let opened = 0;
	while (end < text.length) {
		const unit = text.charCodeAt(end);
		if (unit < 0x80) {
			const char = text.charAt(end);
			if (unit <= 0x20 || unit === 0x7f) break;
			if (stops.includes(char) && !(char === "\\" && escaped.includes(text.charAt(end + 1) || " "))) break;
			if (char === "(") parens++;
			else if (char === ")" && --parens < 0) break;
			else if (char === "[") opened = brackets++ === 0 ? end : opened;
			else if (char === "]" && --brackets < 0) break;
			else if (char === "{") braces++;
			else if (char === "}" && --braces < 0) break;
			end++;
		} else if (continues(text, from, end)) end += charLength(text, end);
		else break;
	}
	// A link's text begins there: "https://a.b[the text]" in AsciiDoc.
	if (brackets > 0) end = opened;
	while (end > from && trailing.includes(text.charAt(end - 1))) end--;
	return end > from || text.charAt(from - 1) === "/" ? trimOpen(text, start, end) : 0;
}

function continues(text: string, from: number, at: number): boolean {
	const found = classAt(text, at);
	if (isAlnum(found) || found === charClass.extend) return true;
	if (found !== charClass.script || at === from) return false;
	const previous = text.charAt(at - 1);
	if (before.includes(previous)) return !/\p{scx=Hiragana}/u.test(text.charAt(at));
	return text.charCodeAt(at - 1) >= 0x80;
}

/** "https://a.b/c(" in "https://a.b/c( d": an opening bracket at the very end is not the URL's. */
function trimOpen(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && "([{".includes(text.charAt(at - 1))) at--;
	return at;
}
