// Scores several contexts, one after another: each text once, with one progress over all of them.
import type { ProgressListener } from "../../bridge/worker-interface.ts";

/** About as many UTF-16 code units as one window holds, to weigh the contexts before they are cut into windows. */
const codeUnitsPerWindow = 2000;

/**
 * What `score` says of each context, in order; of equal ones it is asked once. Progress grows to its total over all
 * contexts, each of which counts as many windows as its length lets expect. If nothing is reported, nothing is said.
 *
 * @param score scores one text and reports that text's own progress
 */
export async function scoreContexts<Scores>(
	contexts: readonly string[],
	score: (text: string, report: ProgressListener) => Promise<Scores>,
	onProgress: ProgressListener,
): Promise<Scores[]> {
	const weights = contexts.map((text) => 1 + Math.floor(text.length / codeUnitsPerWindow));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let said = -1;
	const say = (done: number) => {
		if (done <= said) return;
		said = done;
		onProgress({ stage: "score", done, total });
	};
	const known = new Map<string, Scores>();
	const all: Scores[] = [];
	let before = 0;
	for (const [at, text] of contexts.entries()) {
		const weight = weights[at] ?? 1;
		const report: ProgressListener = (event) => {
			if (event.stage !== "score") onProgress(event);
			else say(before + Math.floor((weight * event.done) / Math.max(1, event.total)));
		};
		const scores = known.get(text) ?? (await score(text, report));
		known.set(text, scores);
		all.push(scores);
		before += weight;
	}
	if (said >= 0) say(total);
	return all;
}
