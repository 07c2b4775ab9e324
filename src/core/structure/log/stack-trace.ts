// Lines of stack traces: what was thrown stays, a frame stays or goes as a whole.
import { matchesAt } from "../../match-at.ts";
import { indentOf, lineEnd } from "../lines.ts";

/** JavaScript, Java, Kotlin, C#; "... 12 more"; Ruby; Go's files; Rust's and Go's numbered frames. */
const frames = [
	/[ \t]+at (?:async |new )?[^\s()][^\n()]{0,200}?(?: \[as [^\]\n]{1,60}\])? ?\([^\n]{0,400}\)[^\n]{0,80}$/my,
	/[ \t]+at [^\n]{1,400}:\d+(?::\d+)?[ \t\r]*$/my,
	/[ \t]+at [^\n]{1,400} in [^\n]{1,400}:line \d+[ \t\r]*$/my,
	/[ \t]*\.\.\. \d+ (?:more|common frames|frames)/my,
	/[ \t]+(?:from )?[^\s:]{1,200}:\d+:in [`'][^\n]{0,200}$/my,
	/[ \t]+\/[^\s:]{1,300}:\d+(?: \+0x[\da-f]+)?[ \t\r]*$/my,
];
const pythonFrame = /[ \t]*File "[^"\n]{1,400}", line \d+(?:, in [^\n]{0,200})?[ \t\r]*$/my;
const carets = /[ \t]*[~^]+[ \t\r]*$/my;
/** Go: a function before the line of its file. */
const goFunction =
	/(?:created by )?[\w./*()-]{1,200}(?:\([^\n]{0,200}\)|( in goroutine \d+))?[ \t\r]*\n\t\/[^\s:]{1,300}:\d+/y;
const opening =
	/[ \t]*(?:Traceback \(most recent call last\)|Stack trace|goroutine \d+ \[|stack backtrace):?[^\n]{0,80}$|[ \t]*(?:During handling of the above exception|The above exception was the direct cause)/my;
const thrown =
	/[ \t]*(?:Caused by: |Suppressed: |Exception in thread "[^"\n]{0,80}" |Unhandled (?:exception|rejection)[.:]? ?|Uncaught (?:\(in promise\) )?|thread '[^'\n]{0,80}' panicked at |panic: |fatal error: )?(?:[\w$]{1,60}[.:]{1,2}){0,12}[\w$]*(?:Error|Exception|Throwable|Interrupt|Panic|Fault)\b(?:[ :([][^\n]*)?$/my;
const panic = /(?:panic: |fatal error: |thread '[^'\n]{0,80}' panicked at )/y;
/** The last line of Python's: any class. */
const pythonThrown = /[ \t]*[A-Za-z_][\w.]{0,120}(?::[^\n]*)?[ \t\r]*$/my;

export type TraceLine = "frame" | "python" | "opening" | "thrown";

export interface TraceAt {
	readonly kind: TraceLine;
	readonly end: number;
}

/**
 * What the line at `at` is in a stack trace, and where it ends: a frame of Python or Go ends with its second
 * line. Null if it is none.
 *
 * @param before what the line before is
 */
export function traceLineAt(text: string, at: number, before: TraceLine | null): TraceAt | null {
	const end = lineEnd(text, at);
	if (matchesAt(pythonFrame, text, at)) return { kind: "python", end: pythonFrameEnd(text, at, end) };
	if (frames.some((form) => matchesAt(form, text, at))) return { kind: "frame", end };
	if (matchesAt(goFunction, text, at)) return { kind: "frame", end: lineEnd(text, end + 1) };
	if (matchesAt(opening, text, at)) return { kind: "opening", end };
	const isThrown = matchesAt(thrown, text, at) || matchesAt(panic, text, at);
	const behindFrame = before === "frame" || before === "python";
	if (isThrown && (behindFrame || leadsToFrame(text, end))) return { kind: "thrown", end };
	return before === "python" && matchesAt(pythonThrown, text, at) ? { kind: "thrown", end } : null;
}

/** Whether a frame or another opening stands on one of the next lines. */
function leadsToFrame(text: string, end: number): boolean {
	let at = end + 1;
	for (let seen = 0; seen < 4 && at < text.length; seen++) {
		if (frames.some((form) => matchesAt(form, text, at)) || matchesAt(opening, text, at)) return true;
		at = lineEnd(text, at) + 1;
	}
	return false;
}

/** With the source line below, deeper than its frame, and the carets below that. */
function pythonFrameEnd(text: string, at: number, end: number): number {
	const source = end + 1;
	if (source >= text.length || indentOf(text, source) <= indentOf(text, at)) return end;
	if (matchesAt(pythonFrame, text, source)) return end;
	const sourceEnd = lineEnd(text, source);
	return matchesAt(carets, text, sourceEnd + 1) ? lineEnd(text, sourceEnd + 1) : sourceEnd;
}
