// Which window each word was read in: what a question needs is judged window by window.
import type { WindowTokens, WindowWords } from "../windows/cut-points.ts";
import type { Window } from "../windows/windows.ts";

/**
 * Number of the window in which each word begins, ascending. Words without a token after the last window (control
 * characters only, say) count to it.
 *
 * @param windows together they hold every token once, in order.
 */
export function windowOfWords(
	words: Pick<WindowWords, "start">,
	tokens: Pick<WindowTokens, "end">,
	windows: readonly Window[],
): Uint32Array {
	let window = 0;
	return words.start.map((start) => {
		while (window + 1 < windows.length && endOf(windows[window], tokens) <= start) window++;
		return window;
	});
}

/** In UTF-16 code units of the source. */
function endOf(window: Window | undefined, tokens: Pick<WindowTokens, "end">): number {
	return tokens.end[(window?.end ?? 0) - 1] ?? 0;
}
