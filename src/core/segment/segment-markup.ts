// Marks that structure a text: tags, what opens a line in Markdown, rules, link targets.

import { classBefore, isAlnum } from "../char-class.ts";
import { matchEnd } from "../match-at.ts";

const tagName =
	/<\/?[A-Za-z][A-Za-z0-9:._-]{0,63}(?=[\s/>])|<\?[A-Za-z][A-Za-z0-9:_-]{0,31}(?=\s)|<!(?:DOCTYPE|doctype)(?=\s)/y;
const openers =
	/(#{1,6}|h[1-6]\.)(?=[ \t])|(>)(?![=\d])|(?:[-*+•‣▪◦●○■□–—]|\d{1,9}[.)]|[a-zA-Z]\)|\((?:\d{1,3}|[a-z]{1,4})\)|[ivx]{1,5}[.)]|[IVX]{1,5}\.)(?=[ \t])|(?:\d{1,3}|[一二三四五六七八九十]{1,3})、|（(?:\d{1,3}|[０-９]{1,3}|[一二三四五六七八九十]{1,3})）|[①-⑳]/y;
const checkbox = /\[[ xX]\](?=\s)/y;
const ruleLine = /^[-*_=~+#|:─━═┼╪┬┴├┤┌┐└┘│\s]+$/;
const ruleCore = /([-*_=~+#─━═])[ \t]?\1[ \t]?\1|\|[ \t]*:?-/;
const definition = /\[[^\]\n]{1,120}\]:(?=[ \t])/y;
const definitionName = /\[(?!\^)[^\]\n]{1,120}\]:(?=[ \t]|\r?\n)/y;
const definitionTarget =
	/[ \t]*(?:\r?\n[ \t]*)?((?:<[^<>\n]{0,1000}>|[^\s<]\S{0,2000})(?:(?:[ \t]+|[ \t]*\r?\n[ \t]*)(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?)[ \t]*(?=\r?\n|\r?$(?!\n))/y;
const linkTarget =
	/\([ \t]?(<[^<>\n]{0,1000}>|[^\s()<>]{0,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,1000}){0,4})([ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ \t]?\)/y;
const referenceTarget = /\[[^[\]\n]{0,120}\]/y;

/** Elements that may stand directly behind a letter. */
const htmlElements = new Set(
	"a abbr b br code div em font h1 h2 h3 h4 h5 h6 hr i img input ins del kbd li mark ol p pre q s small span strong sub sup table tbody td th thead tr tt u ul wbr".split(
		" ",
	),
);

/** A tag longer than this is text. */
const longestTag = 4000;
/** How far behind a tag inside a word its partner is looked for. */
const closerSeen = 500;
/** A rule is looked for in lines up to this length. */
const longestRule = 2000;

/** The end of the tag `<…>` that begins at `start`, or 0. Attribute values may hold `>` in quotes. */
export function tagEnd(text: string, start: number): number {
	if (text.startsWith("<!--", start)) return start + 4;
	if (text.startsWith("<![CDATA[", start)) return start + 9;
	tagName.lastIndex = start;
	if (!tagName.test(text)) return 0;
	const inWord = isAlnum(classBefore(text, start));
	const limit = Math.min(text.length, start + longestTag);
	let quote = 0;
	for (let at = tagName.lastIndex; at < limit; at++) {
		const unit = text.charCodeAt(at);
		if (quote !== 0) {
			if (unit === quote) quote = 0;
		} else if (unit === 0x3e) {
			const body = text.slice(tagName.lastIndex, at);
			return isTagBody(body) && (!inWord || mayFollowWord(text, start, body)) ? at + 1 : 0;
		} else if (unit === 0x3c) return 0;
		else if ((unit === 0x22 || unit === 0x27) && text.charCodeAt(at - 1) === 0x3d) quote = unit;
	}
	return 0;
}

/** "word<br>", "word</b>" and 'word<x y="z">' hold tags; "List<string>" does not. */
function mayFollowWord(text: string, start: number, body: string): boolean {
	const name = text.slice(start + 1, tagName.lastIndex);
	if (name.startsWith("/") || htmlElements.has(name.toLowerCase()) || /=["']|\/$/.test(body)) return true;
	return text.slice(start, start + closerSeen).includes(`</${name}>`);
}

/** "<a href=x @click=y>" is a tag; "<string | undefined>" and "<b and c>" with commas are not. */
function isTagBody(body: string): boolean {
	return body.length < 2 || /^\s*(?:[\w:@.#*(){}[\]?!-]+(?:\s*=|\s|\/?$)|\/$|$)/.test(body);
}

/** The end of the mark that opens a line at `at` (after indentation or an earlier opener), or 0. */
export function openerEnd(text: string, at: number): number {
	return matchEnd(openers, text, at);
}

/** The end of a task list's box `[ ]`, or 0. */
export function checkboxEnd(text: string, at: number): number {
	return matchEnd(checkbox, text, at);
}

/** The end of `[name]:` that opens a link definition, or 0. */
export function definitionEnd(text: string, at: number): number {
	return matchEnd(definition, text, at);
}

/** Where the parts of a link definition lie: behind its `[name]:` the target with its title, which are one. */
export interface LinkDefinition {
	readonly nameEnd: number;
	readonly target: number;
	readonly end: number;
}

/** The whole link definition `[name]: target "title"` that begins at `at`, over up to three lines, or null. */
export function linkDefinitionAt(text: string, at: number): LinkDefinition | null {
	if (text.charCodeAt(at) !== 0x5b) return null;
	definitionName.lastIndex = at;
	if (!definitionName.test(text)) return null;
	const nameEnd = definitionName.lastIndex;
	definitionTarget.lastIndex = nameEnd;
	const found = definitionTarget.exec(text)?.[1];
	if (!found) return null;
	const target = text.indexOf(found, nameEnd);
	return { nameEnd, target, end: target + found.length };
}

/** Whether the line is nothing but a rule: `---`, `* * *`, `===`, a table's `|---|:-:|`, `+---+`, `:::`. */
export function isRule(text: string, at: number, lineEnd: number): boolean {
	if (lineEnd - at > longestRule || lineEnd - at < 3) return false;
	if (!"-*_=~+#|:─━═┌├└".includes(text.charAt(at))) return false;
	const line = text.slice(at, lineEnd).trimEnd();
	return (ruleLine.test(line) && ruleCore.test(line)) || line === ":::";
}

/** Where the parts of a link's `(target "title")` lie. */
export interface LinkTarget {
	readonly target: number;
	readonly targetEnd: number;
	readonly end: number;
}

/** The `(target)` that begins at `start`, or null. */
export function linkTargetAt(text: string, start: number): LinkTarget | null {
	linkTarget.lastIndex = start;
	const match = linkTarget.exec(text);
	if (!match) return null;
	const path = match[1] ?? "";
	const target = text.indexOf(path, start + 1);
	return { target, targetEnd: target + path.length, end: linkTarget.lastIndex };
}

const escapedTag =
	/&lt;\/?[A-Za-z][\w:.-]{0,63}(?:\s+[\w:.-]{1,64}=(?:&quot;[^&<>\n]{0,500}&quot;|"[^"<>\n]{0,500}"|'[^'<>\n]{0,500}')){0,12}\s{0,4}\/?&gt;/y;
const entity = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});/y;
const autolink = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>/y;
const generic = /<[A-Za-z][\w.]{0,60}(?:,[ ]?[A-Za-z][\w.<>[\]]{0,60}){1,4}>/y;
const footnote = /\[\^[\w-]{1,32}\]:?|\[\^[\w.-]{1,64}\]/y;

/** The end of a character entity (`&nbsp;`), of a tag written with them (`&lt;b&gt;`), or a footnote mark (`[^1]`), or 0. */
export function entityEnd(text: string, start: number): number {
	escapedTag.lastIndex = start;
	if (escapedTag.test(text)) return escapedTag.lastIndex;
	const form = text.charCodeAt(start) === 0x26 ? entity : footnote;
	return matchEnd(form, text, start);
}

const barTarget = /\|(?:https?:\/\/|ftp:\/\/|mailto:|[#^~]\w)[^\]\s|]{0,1000}(?:\|[^\]\n|]{0,60})?\](?!\()/y;

/** The end of `|target]` behind a link's text, as Jira writes it: "[the log|https://a.b/c]", or 0. */
export function barTargetEnd(text: string, start: number): number {
	return matchEnd(barTarget, text, start);
}

/** The end of `[name]` behind a link's text, or 0. */
export function referenceEnd(text: string, start: number): number {
	return matchEnd(referenceTarget, text, start);
}

/** The end of an address in angle brackets, `<https://a.b>` or `<a@b.c>`, or 0. */
export function autolinkEnd(text: string, start: number): number {
	return matchEnd(autolink, text, start);
}

/** The end of the types behind a name, "<K, V>" in "Map<K, V>", of which a part would be a tag, or 0. */
export function genericEnd(text: string, start: number): number {
	return matchEnd(generic, text, start);
}
