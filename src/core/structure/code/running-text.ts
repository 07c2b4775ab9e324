// Texts whose lines begin or end like code but say sentences or are records: lists of a contract, JSON Lines, logs,
// server-sent events. What stands in comments and texts over several lines says nothing here.
import { jsonEnd } from "../data/json.ts";
import { logHeaderAt } from "../log/log-line.ts";

/** Eight words in a row as a sentence has them, or as many letters of a script without spaces. */
const wordy =
	/(?:\p{Lu}?[\p{Ll}\p{Lo}\p{M}’'-]+[,;:]? ){7,}\p{Lu}?[\p{Ll}\p{Lo}\p{M}’'-]+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}，、]{20}/u;
/** At most this share of a program's lines are wordy, texts in quotes among them. */
const mostWordy = 0.5;
const mostRecords = 0.5;

/** Whether a text is no program although its lines, as `codeLines` gives them, may look like one. */
export function isRunningText(lines: readonly string[]): boolean {
	if (lines.length === 0) return false;
	const share = (is: (line: string) => boolean) => lines.filter(is).length / lines.length;
	return share((line) => wordy.test(line)) > mostWordy || share(isRecord) > mostRecords;
}

/** A line of JSON Lines, or one that begins with a time or level as a log's. */
function isRecord(line: string): boolean {
	if (line.startsWith("{")) return jsonEnd(line, 0) === line.length || /^\{"[^"]{1,80}": ?["[{\d]/.test(line);
	return logHeaderAt(line, 0, line.length) !== null;
}
