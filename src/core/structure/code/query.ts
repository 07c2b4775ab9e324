// A statement of SQL that fills a text, of one line as well.

const statements =
	/^\s*(?:--[^\n]*\n\s*|\/\*[^*]*\*\/\s*)*(?:EXPLAIN (?:ANALYZE )?)?(?:(SELECT)\s+[^;.!?]{0,80}[(*][^;!?]{0,200};\s*$|(SELECT)\b[\s\S]{1,2000}?\b(FROM)\b\s+["`[\w(]|(INSERT) (INTO)\s+["`[\w.]+|(UPDATE)\s+["`\w.]+(?:\s+\w+)?\s+(SET)\s+["`\w.]+\s*=|(DELETE) (FROM)\s+["`\w.]+|(WITH) (?:RECURSIVE )?\w+(?:\s*\([^)]{0,200}\))?\s+(AS)\s*\(|(CREATE)\s+(?:OR REPLACE |UNIQUE |TEMP(?:ORARY)? |MATERIALIZED )*(TABLE|VIEW|INDEX|FUNCTION|PROCEDURE|TRIGGER|TYPE|SCHEMA|EXTENSION)\b|(ALTER) (TABLE|TYPE|ROLE|INDEX)\s+["`\w.]+|(DROP) (TABLE|VIEW|INDEX|TYPE|FUNCTION)\s)/i;
const begins = /^\s*(?:$|--|\/\*|[()]|[A-Z]+\b\s)/;
const sentenceEnd = /[.?!:]\s*$|[.?!]\s{1,4}[A-Z][a-z]+ [a-z]+ /;

/** Whether `text` is SQL: words of a statement in capitals, or in any case with its semicolon and operators. */
export function isQuery(text: string): boolean {
	const found = statements.exec(text.slice(0, 6000));
	if (found === null) return false;
	if (
		!text
			.split(/\n[ \t\r]*\n/)
			.every((paragraph) => begins.test(paragraph) || /^\s*[a-z]+\b[^.]*;/.test(paragraph))
	)
		return false;
	if (sentenceEnd.test(text.trimEnd().replace(/'[^']*'|--[^\n]*/g, ""))) return false;
	const words = found.slice(1).filter((word) => word !== undefined);
	if (words.every((word) => word === word.toUpperCase())) return true;
	return (
		text.trimEnd().endsWith(";") ||
		/\b(?:where|join|group by|order by|limit)\b[^\n]*(?:[=<>]|\d|\w\.\w)/.test(text)
	);
}
