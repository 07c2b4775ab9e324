// What a template fills in later: {{x}}, ${x}, #{x}, @{x}, {x}, {{{x}}}, {# x #}, %s, %1$s, %(name)s, %{name}, <%= x %>,
// <|x|>, [[x]], [NAME], $VAR, $(VAR).
import { matchEnd } from "../match-at.ts";

const curly =
	/\{\{\{[^{}\n]{1,120}\}\}\}|\{\{[^{}\n]{1,120}\}\}|\{#[^\n#]{0,300}#\}|\{\w{1,64}, ?(?:plural|select|selectordinal|number|date|time)(?:[^{}]|\{[^{}]{0,200}\}){0,400}\}|\{%[^{}\n]{1,200}%\}|\$\{[^{}\n]{1,120}\}|\{\d{0,3}\}|\{[\p{L}_][\p{L}\p{Nd}_.]{0,63}(?:\[[\w'"]{1,32}\])?(?:![rsa])?(?::[^{}\s]{1,16})?\}/uy;
const percent =
	/%(?:\{[\p{L}_][\p{L}\p{Nd}_.]{0,63}\}|\d{1,2}\$[#0+-]{0,2}\d{0,3}(?:\.\d{1,3})?(?:[sdifuxXoeEgGc@]|l{1,2}[du])(?![\p{L}\p{Nd}_])|\([\p{L}_][\p{L}\p{Nd}_]{0,63}\)[#0+-]?\d{0,3}(?:\.\d{1,3})?[a-zA-Z]|[#0+-]{0,2}\d{0,3}(?:\.\d{1,3})?(?:[sdifuxXoeEgGcpq@]|l{1,2}[du]|zu)(?![\p{L}\p{Nd}_])|[A-Z_][A-Z0-9_]{1,40}%)/uy;
const angle = /<\|[^|<>\n]{1,64}\|>|<%(?!>)(?:(?!%>|<%)[\s\S]){1,400}%>/y;
const hashed = /[#@]\{(?:[^{}\n]|\{[^{}\n]{0,60}\}){1,120}\}/y;
const square =
	/\[\[[\p{L}_][\p{L}\p{Nd}_ .-]{0,63}\]\]|\[[A-Z][A-Z0-9]{1,24}(?:[_ -][A-Z0-9]{1,24}){0,6}\](?![([:])/uy;
const dollar = /\$\([A-Za-z_][\w.-]{0,63}\)|\$[A-Za-z_][A-Za-z0-9_]{0,63}(?![A-Za-z0-9_$])/y;
/** Log levels and test outcomes, no placeholders. */
const level =
	/^\[(?:ERROR|ERR|INFO|WARN|WARNING|DEBUG|TRACE|FATAL|NOTICE|CRITICAL|VERBOSE|OK|FAIL|FAILED|PASS|PASSED|SKIP|SKIPPED|DONE|TODO|SEVERE|ALERT|NOTE|TIP|IMPORTANT|CAUTION|[A-Z]{1,2}\d?)\]$/;

/** The end of the placeholder that begins at `start`, or 0. */
export function placeholderEnd(text: string, start: number): number {
	switch (text.charAt(start)) {
		case "{":
			return matchEnd(curly, text, start);
		case "$":
			return matchEnd(curly, text, start) || matchEnd(dollar, text, start);
		case "#":
		case "@":
			return matchEnd(hashed, text, start);
		case "%":
			return matchEnd(percent, text, start);
		case "<":
			return matchEnd(angle, text, start);
		case "[": {
			const end = matchEnd(square, text, start);
			return end > 0 && level.test(text.slice(start, end)) ? 0 : end;
		}
		default:
			return 0;
	}
}

/** What a path holds beside its slashes and placeholders. */
const pathUnit = /[\w.~@-]/;

/**
 * The path that a placeholder `[start, end)` stands in: "projects/{project}/locations" says nothing in parts. Looks
 * back no further than `limit`.
 */
export function placeholderPath(
	text: string,
	start: number,
	end: number,
	limit: number,
): [start: number, end: number] {
	let from = start;
	if (text.charAt(start - 1) === "/" && start - 1 > limit && pathUnit.test(text.charAt(start - 2))) {
		from = start - 1;
		while (from > limit && (text.charAt(from - 1) === "/" || pathUnit.test(text.charAt(from - 1)))) from--;
	}
	let to = end;
	while (text.charAt(to) === "/") {
		let next = placeholderEnd(text, to + 1) || to + 1;
		while (pathUnit.test(text.charAt(next))) next++;
		while (".-~@".includes(text.charAt(next - 1))) next--;
		if (next === to + 1) break;
		to = next;
	}
	return [from, to];
}
