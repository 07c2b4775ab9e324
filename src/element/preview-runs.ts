// From a source and the spans that are kept to what the preview shows: the source cut into kept and dropped runs.
import type { Span } from "../core/options.ts";

export interface PreviewRun {
	readonly text: string;
	readonly kept: boolean;
}

/**
 * Runs that tile the first `limit` code units of `source`, kept and dropped in turn. White space between two
 * runs belongs to neither in particular and goes with what is kept, so that lines are struck only where there are words.
 */
export function previewRuns(source: string, spans: readonly Span[], limit: number): PreviewRun[] {
	const end = cutAt(source, limit);
	const runs: { text: string; kept: boolean }[] = [];
	const add = (from: number, to: number, kept: boolean) => {
		if (from >= to) return;
		const last = runs.at(-1);
		if (last?.kept === kept) last.text += source.slice(from, to);
		else runs.push({ text: source.slice(from, to), kept });
	};
	const addDropped = (from: number, to: number) => {
		const text = source.slice(from, to);
		const start = from + text.length - text.trimStart().length;
		const stop = Math.max(start, from + text.trimEnd().length);
		add(from, start, true);
		add(start, stop, false);
		add(stop, to, true);
	};
	let at = 0;
	for (const [from, to] of spans) {
		if (from >= end) break;
		addDropped(at, from);
		at = Math.min(to, end);
		add(from, at, true);
	}
	addDropped(at, end);
	return runs;
}

/** At most `limit`, and never between the two halves of a surrogate pair. */
export function cutAt(text: string, limit: number): number {
	if (text.length <= limit) return text.length;
	const unit = text.charCodeAt(limit - 1);
	return unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit;
}
