// One line of a log: where the part ends that says when, how bad and where, and what in the message is a code.
import { matchEnd } from "../../match-at.ts";

const clock = String.raw`\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?[AaPp][Mm]\b)?`;
const zone = String.raw`(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\b)?`;
const day = String.raw`(?:\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[-/.](?:\d{1,2}|[A-Z][a-z]{2})[-/.]\d{2,4}|\d\d-\d\d(?= )|(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\d{1,2}(?:,? \d{4})?|(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4})`;
const stamp = new RegExp(
	String.raw`(?:(?:time|ts|timestamp|t)=)?["[(]?(?:${day}(?:[T ,:]|, )${clock}${zone}(?: \d{4})?|${clock})["\])]?(?=[\s,:|]|$)|[IWEF]\d{4} ${clock}(?=\s)|\d{1,4}[smhd](?:\d{1,2}[smh])?(?= {2,})|\d{10}(?:\d{3}|\.\d{1,6})?(?= +\[?(?:DEBUG|INFO|WARN|ERROR))|\[? *\d{1,7}\.\d{6}\](?=\s)|[\d.]{7,15} \S{1,40} \S{1,40} \[\d{1,2}/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\]`,
	"y",
);
const names =
	"TRACE|DEBUG|INFO|INFORMATION|NOTICE|WARN|WARNING|ERR|ERROR|SEVERE|CRIT|CRITICAL|FATAL|ALERT|EMERG|PANIC|VERBOSE|TRC|DBG|INF|WRN|FTL|VRB|FINE|FINER|FINEST";
/** With the bracket behind it, which may close one that opens before the timestamp. */
const level = new RegExp(
	String.raw`(?:\[ *(?:${names}|LOG) *\]|<(?:${names})>|(?:${names}|LOG)(?= *[\s:|\]-]|$)(?: *\])?):?`,
	"y",
);
const anyCase = new RegExp(
	String.raw`(?:(?:level|lvl|severity)="?\w{2,12}"?|\[ *(?:[\w.]{1,30}:)?(?:${names}) *\]|(?:${names})(?=:))`,
	"iy",
);
/** Behind a timestamp: in columns, as one letter, with a worker, as GitHub's runners write it. */
const behindStamp = [
	new RegExp(String.raw`(?:${names}|NORMAL)(?=\t| {2,}| *\|)`, "iy"),
	new RegExp(String.raw`(?:${names})/[^\s\]]{1,60}\]?:?(?=\s)`, "y"),
	/##\[[a-z]{3,12}\]/y,
	/\d{1,8} +\d{1,8} [VDIWEFS] [^\s:]{1,60} *:/y,
	/[VDIWEF]\/[^\s:]{1,60}:(?=\s)/y,
	// Behind a few words: a pod, a logger, a process.
	new RegExp(String.raw`(?:[^\s]{1,60}[ \t]{1,8}){1,4}?[[(<]?(?:${names})\b[\])>]?:?(?=[\s|]|$)`, "y"),
];
/** What may stand before a timestamp or level: a container, a process, a priority; a level that Windows names. */
const prefixes = [
	/[\w./-]{1,60} *\|(?=\s)/y,
	/\d{1,8}:[A-Z](?= )/y,
	/\[\w{1,30}\] \d{1,8} +-(?=\s)/y,
	/<\d{1,3}>\d?/y,
	/[DIWEFA],(?= \[)/y,
	/\(\w{1,30}:\d{1,8}\)(?= )/y,
	/(?:Error|Warning|Information|Critical|Verbose)(?=[ \t]+\d)/y,
	/[\w./-]{1,80}(?: [\w.-]{1,60})?(?= \d{4}-\d\d-\d\dT)/y,
];
/** What npm writes and keeps, and what compilers say of a place: a level in lower case behind what no prose has. */
const tools =
	/(?:trce|dbug|info|warn|fail|crit): [\w.]{1,120}\[\d{1,8}\]|(?:TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[[^\]\n]{1,40}\]|\d{1,6} (?:silly|verbose|info|timing|http|notice|warn|error)(?= )|npm (?:ERR!|WARN|error|warn|notice|info|http|verbose)(?= )|[^\s:()]{1,200}(?:\(\d{1,7},\d{1,7}\)|:\d{1,7}(?::\d{1,7})?): (?:fatal )?(?:error|warning|note|info)(?: [A-Z]{1,6}\d{1,6})?:/y;
/** Threads, hosts, processes, loggers, request ids, and what stands between them. */
const places = [
	/\[[^[\]\n]{1,60}\]:?/y,
	/\([\w.:/#$-]{1,60}\):?/y,
	/[\w.$/@#-]{1,60}(?:\[\d{1,10}\])?:(?=\s)/y,
	/[\w$-]{1,40}(?:\.[\w$-]{1,60}){2,10}(?=\s)/y,
	/(?:logger|service|component|module|host|pid|thread|caller|trace_?id|request_?id|span_?id)=(?:"[^"\n]{0,60}"|[^\s"]{1,80})/y,
	/\d{1,8}(?= (?:---|\[|[A-Z]+ ))/y,
	/#\d{1,10}\]?(?=\s)/y,
	/(?:---|--|-|\||:|–|[#*])(?=\s)/y,
];
const host = /[\w.-]{1,60}(?= [\w./-]{1,60}(?:\[\d{1,10}\])?:\s)/y;
const mostParts = 10;

export interface LogHeader {
	readonly end: number;
	readonly stamped: boolean;
	readonly levelled: boolean;
}

/** What opens the line `[start, end)` if it is a line of a log: a timestamp or a level, and what follows. */
export function logHeaderAt(text: string, start: number, end: number): LogHeader | null {
	const first = skipBlanks(text, start, end);
	const header = headerFrom(text, first, end);
	if (header?.stamped) return header;
	const prefix = matchAny(prefixes, text, first);
	const behind = prefix > 0 && prefix < end ? headerFrom(text, skipBlanks(text, prefix, end), end) : null;
	return behind?.stamped || header === null ? behind : header;
}

function headerFrom(text: string, first: number, end: number): LogHeader | null {
	let at = first;
	let headerEnd = 0;
	let stamped = false;
	let levelled = false;
	for (let part = 0; part < mostParts && at < end; part++) {
		let found = stamped ? 0 : matchEnd(stamp, text, at);
		if (found > 0) stamped = true;
		else if (!levelled) {
			found =
				matchEnd(level, text, at) ||
				matchEnd(anyCase, text, at) ||
				(part === 0 ? matchEnd(tools, text, at) : 0);
			if (found === 0 && stamped) found = matchAny(behindStamp, text, at);
			levelled = found > 0;
		}
		if (found === 0 && (stamped || levelled))
			found = matchAny(places, text, at) || (part === 1 && stamped ? matchEnd(host, text, at) : 0);
		if (found === 0 || found > end) break;
		headerEnd = found;
		at = skipBlanks(text, found, end);
	}
	return stamped || levelled ? { end: headerEnd, stamped, levelled } : null;
}

function matchAny(forms: readonly RegExp[], text: string, at: number): number {
	for (const form of forms) {
		const end = matchEnd(form, text, at);
		if (end > 0) return end;
	}
	return 0;
}

/**
 * Codes that tell one error from another: `E1234`, `ERR_TIMED_OUT`, `ECONNREFUSED`, `HTTP 503`, `exit code 137`,
 * `SQLSTATE[23505]`, `ORA-00942`, `SIGKILL`, `0x80070005`, `CVE-2024-3094`.
 */
export const errorCode =
	/(?<![\p{L}\p{N}_])(?:E(?:RR)?[-_]?\d{2,6}|ERR_[A-Z\d_]{2,60}|E(?:CONN|NO|ACC|PERM|ADDR|TIME|PIPE|HOST|NET|AI_|EXIST|INVAL|BUSY|MFILE|AGAIN)[A-Z]{0,16}|(?:HTTP(?:\/\d(?:\.\d)?)?"?|status(?: ?code)?)[ :=]{1,2}[1-5]\d\d|(?:exit(?:ed with)?|return|error) (?:code|status)[ :=]{1,2}-?\d{1,10}|(?:errno|code)[ :=]{1,2}-?\d{1,10}|SQLSTATE[[: =]{1,2}[\dA-Z]{5}\]?|(?:ORA|TNS|PLS|DB2|CVE-\d{4}|TS|CS|SQL|MSB|KB|RFC)-?\d{3,7}[A-Z]?|SIG(?:KILL|SEGV|TERM|ABRT|INT|HUP|BUS|FPE|ILL|PIPE)|0x[89a-fA-F][\da-fA-F]{7})(?![\p{L}\p{N}_])/gu;

function skipBlanks(text: string, at: number, end: number): number {
	let index = at;
	while (index < end && (text.charCodeAt(index) === 0x20 || text.charCodeAt(index) === 0x09)) index++;
	return index;
}
