// A cancel is heard between two steps: so whatever a long text is, reading it takes many.
import { describe, expect, it } from "vitest";
import { prose } from "../prose.fixture.ts";
import { loadCounter } from "./count/count.ts";
import { readWords, readWordsInSteps } from "./read-words.ts";
import { Selector } from "./select/select.ts";
import { runSteps, type Steps } from "./steps.ts";
import { chunkWindows, chunkWindowsInSteps } from "./windows/windows.ts";

const long = prose(30_000);
const lines = (line: (number: number) => string) =>
	Array.from({ length: 6000 }, (_, at) => line(at)).join("\n");

const texts = {
	paragraphs: long,
	"one line": long.replaceAll("\n", " "),
	"Chinese without a break": "第七号服务器已被移到奥斯陆，没有人再检查过报告。".repeat(6000),
	Markdown: lines(
		(at) => `## Head ${at}\n\n- one \`code\` item\n- two **bold** [link](https://x.org/${at})\n`,
	),
	log: lines((at) => `2026-11-26T07:00:12Z ERROR [worker-${at}] request failed: timeout after 30 s`),
	YAML: lines((at) => `- id: ${at}\n  name: server ${at}\n  note: never moved again`),
	settings: lines((at) => `KEY_${at}=the server was never moved again`),
	program: lines((at) => `export function f${at}(a) {\n  // never moved again\n  return a + ${at};\n}`),
	CSV: `id,name,note\n${lines((at) => `${at},server ${at},"never moved, again"`)}`,
};

/** Code units that a step may read on average; ten megabytes then have at least 400 places to stop at. */
const mostInAStep = 25_000;

/** How many steps the work takes. */
function count(work: Steps<unknown>): number {
	let steps = 1;
	while (!work.next().done) steps++;
	return steps;
}

it.each(Object.entries(texts))("reads %s in small steps", (_, text) => {
	expect(text.length).toBeGreaterThan(4 * mostInAStep);
	expect(count(readWordsInSteps(text))).toBeGreaterThan(text.length / mostInAStep);
});

it("cuts windows in small steps, and the same ones", () => {
	const words = readWords(long);
	const tokens = { id: words.start, start: words.start, end: words.end };
	expect(count(chunkWindowsInSteps(long, tokens, 510, words))).toBeGreaterThan(long.length / mostInAStep);
	expect(runSteps(chunkWindowsInSteps(long, tokens, 510, words))).toEqual(
		chunkWindows(long, tokens, 510, words),
	);
});

describe.each(Object.entries(texts))("%s", (_, text) => {
	it("is counted in small steps", async () => {
		const counter = await loadCounter("o200k_base");
		expect(count(counter.countInSteps(text))).toBeGreaterThan(text.length / mostInAStep);
		expect(runSteps(counter.countInSteps(text))).toBe(counter.count(text));
	});

	it("is selected from in small steps", async () => {
		const counter = await loadCounter("o200k_base");
		const words = readWords(text);
		const selector = new Selector({ text, words, counter, model: "test", device: "wasm" });
		expect(count(selector.selectInSteps())).toBeGreaterThan(text.length / mostInAStep);
	});
});
