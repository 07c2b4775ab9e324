// What each failure means to a person, and what to do about it.

export interface FailureText {
	readonly title: string;
	readonly advice: string;
	/** The error's own words: the URL, the option, the value. */
	readonly detail: string;
}

const texts: Record<string, { title: string; advice: string }> = {
	"model-load-failed": {
		title: "The model could not be loaded.",
		advice:
			"Check the connection, then try again; if that does not help, reload the page. Your text is untouched.",
	},
	"no-device": {
		title: "This browser cannot run the model.",
		advice: "It needs WebAssembly with SIMD: update the browser or use another one. Your text is untouched.",
	},
	"out-of-memory": {
		title: "There is not enough memory for this text.",
		advice: "Close other tabs or shorten the text, then try again. Your text is untouched.",
	},
	"worker-crashed": {
		title: "The model stopped unexpectedly.",
		advice: "Try again: it starts afresh; if that does not help, reload the page. Your text is untouched.",
	},
	sandboxed: {
		title: "The model cannot start in this frame.",
		advice:
			"The site that shows this page has sandboxed it. Open the page in a tab of its own. Your text is untouched.",
	},
	"invalid-option": {
		title: "One of the options cannot be used.",
		advice: "Change the option named below.",
	},
};

/** Why a model that was to take over can't, and what to do, in a sentence or two. */
export function takeOverAdvice(error: unknown): string {
	const code = error instanceof Error && "code" in error ? error.code : "";
	if (code === "out-of-memory")
		return "It needs more memory than there is. Close other tabs, or choose a smaller one.";
	if (code === "no-device") return "This browser cannot run it.";
	return "Check its name and the connection. Its host must allow this page to load it.";
}

/** What a worker that cannot start ends with. */
const startFailures: ReadonlySet<string> = new Set(["model-load-failed", "worker-crashed"]);

/** The parts of a failure's explanation; any value may have been thrown. */
export function failureText(error: unknown): FailureText {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	// A sandboxed frame has an origin that is nobody's, to which the page's policy allows no worker.
	const isSandboxed = startFailures.has(code) && globalThis.origin === "null";
	const known = texts[isSandboxed ? "sandboxed" : code] ?? {
		title: "Something went wrong.",
		advice: "Try again; if that does not help, reload the page. Your text is untouched.",
	};
	return { ...known, detail: detailOf(code, error instanceof Error ? error.message : String(error)) };
}

/** Of a loading that failed only what failed: how an app serves the library's files is no visitor's concern. */
function detailOf(code: string, message: string): string {
	if (!startFailures.has(code)) return message;
	return /^.*?[.!?](?=\s|$)/su.exec(message)?.[0] ?? message;
}
