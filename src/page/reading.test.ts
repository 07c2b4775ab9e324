import { beforeEach, describe, expect, test } from "vitest";
import type { ScoreInput } from "../bridge/worker-interface.ts";
import { observable } from "./observable.ts";
import { createReading, type Reading } from "./reading.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { SourceDocument } from "./source-document.ts";

let asked: [ScoreInput, number][];
let loads: number;
let settings: ReturnType<typeof observable<Settings>>;
let source: SourceDocument;
let reading: Reading;

function start(text: string): void {
	asked = [];
	loads = 0;
	settings = observable<Settings>(defaultSettings);
	source = new SourceDocument(text, []);
	const engine = {
		schedule: (input: ScoreInput, delay: number) => void asked.push([input, delay]),
		load: async () => void loads++,
	};
	reading = createReading(engine, settings, source);
}

const ask = (question: string) => settings.set({ ...settings.value, question });

beforeEach(() => start("one two"));

describe("the model reads", () => {
	test("a question once it has rested, together with the text", () => {
		ask("Who?");
		expect(asked).toEqual([[{ text: "one two", question: "Who?" }, 400]]);
	});

	test("nothing again for white space around a question, or another setting", () => {
		ask("Who?");
		ask("Who? ");
		settings.set({ ...settings.value, share: 20 });
		expect(asked).toHaveLength(1);
	});

	test("without a question once it is cleared", () => {
		ask("Who?");
		ask("  ");
		expect(asked.at(-1)).toEqual([{ text: "one two", question: undefined }, 400]);
	});

	test("a new text with the question that stands, sooner if it came whole", () => {
		ask("Who?");
		source.edit("one two three", "typed");
		source.replace("four", "Replaced.");
		expect(asked.slice(1)).toEqual([
			[{ text: "one two three", question: "Who?" }, 500],
			[{ text: "four", question: "Who?" }, 0],
		]);
	});

	test("at once when told to", () => {
		ask("Who?");
		reading.now();
		expect(asked.at(-1)).toEqual([{ text: "one two", question: "Who?" }, 0]);
		expect(loads).toBe(0);
	});

	test("nothing where there is no text: it is loaded", () => {
		start("");
		reading.now();
		expect([asked.length, loads]).toEqual([0, 1]);
	});
});

test("scores are out of date when the text or the question is another", () => {
	const changes: ScoreInput[] = [];
	reading.subscribe(() => changes.push(reading.input));
	expect(reading.isOf({ text: "one two" })).toBe(true);
	ask("Who?");
	expect(reading.isOf({ text: "one two" })).toBe(false);
	expect(reading.isOf({ text: "one two", question: "Who?" })).toBe(true);
	source.edit("one", "typed");
	expect(reading.isOf({ text: "one two", question: "Who?" })).toBe(false);
	expect(changes).toHaveLength(2);
});
