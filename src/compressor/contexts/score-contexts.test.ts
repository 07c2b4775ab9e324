import { describe, expect, it } from "vitest";
import type { ProgressListener } from "../../bridge/worker-interface.ts";
import type { ProgressEvent } from "../../core/progress.ts";
import { scoreContexts } from "./score-contexts.ts";

/** Scores of texts: reports the windows given, then answers the text's length. */
function scorer(windows: (text: string) => number) {
	const asked: string[] = [];
	return {
		asked,
		score: async (text: string, report: ProgressListener) => {
			asked.push(text);
			const total = windows(text);
			for (let done = 0; done <= total && total > 0; done++) report({ stage: "score", done, total });
			return text.length;
		},
	};
}

async function progressOf(contexts: readonly string[], windows: (text: string) => number) {
	const events: ProgressEvent[] = [];
	await scoreContexts(contexts, scorer(windows).score, (event) => events.push(event));
	return events;
}

describe("scoreContexts", () => {
	it("answers in order and asks once for equal texts", async () => {
		const { asked, score } = scorer(() => 1);
		expect(await scoreContexts(["aa", "b", "aa", ""], score, () => {})).toEqual([2, 1, 2, 0]);
		expect(asked).toEqual(["aa", "b", ""]);
	});

	it("stops at the first that fails", async () => {
		const asked: string[] = [];
		const score = async (text: string) => {
			asked.push(text);
			throw new Error(text);
		};
		await expect(scoreContexts(["a", "b"], score, () => {})).rejects.toThrow("a");
		expect(asked).toEqual(["a"]);
	});

	it("reports one progress over all contexts, which only grows and ends at its total", async () => {
		const contexts = ["x".repeat(9000), "short", "short", "y".repeat(4000)];
		const events = await progressOf(contexts, (text) => 1 + Math.floor(text.length / 1000));
		const done = events.map((event) => (event.stage === "score" ? event.done : Number.NaN));
		expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(new Set(events.map((event) => (event.stage === "score" ? event.total : 0)))).toEqual(
			new Set([10]),
		);
	});

	it("ends at its total when the last contexts are known already", async () => {
		const events = await progressOf(["a", "b"], (text) => (text === "a" ? 1 : 0));
		expect(events.at(-1)).toEqual({ stage: "score", done: 2, total: 2 });
	});

	it("says nothing of contexts that are all known", async () => {
		expect(await progressOf(["a", "b"], () => 0)).toEqual([]);
		expect(await progressOf([], () => 1)).toEqual([]);
	});
});
