import { describe, expect, test } from "vitest";
import { analyse } from "../analysis.fixture.ts";
import { reasons } from "../word-table.ts";
import { headOf } from "./negation-heads.ts";

/** "negation: head" for each negation of the text. */
function heads(text: string): string[] {
	const words = analyse(text);
	const isNegation = (at: number) => reasons[words.reason[at] ?? 0] === "negation";
	const slice = (from: number, to: number) => text.slice(words.start[from], words.end[to - 1]);
	return Array.from(words.start.keys())
		.filter(isNegation)
		.map((at) => {
			const [from, to] = headOf(text, words, at, isNegation);
			return `${slice(at, at + 1)}: ${from < to ? slice(from, to) : ""}`;
		});
}

describe("what a negation negates", () => {
	test.each([
		["the next word", "Do not reveal it", ["not: reveal"]],
		["behind articles", "only the admin", ["only: admin"]],
		["behind an auxiliary verb", "Nobody may change it", ["Nobody: change"]],
		["an auxiliary verb at the end", "You must not, ever, share it", ["not: must"]],
		["behind other negations", "Você não deve nunca dizer", ["não: deve", "nunca: dizer"]],
		["the word before at the end", "Das ist hier nicht.", ["nicht: hier"]],
		["nothing beyond a mark", "Never, I say", ["Never: "]],
		["no conjunction", '"yes and no"', ["no: "]],
		["nothing else there", "No!", ["No: "]],
		["Turkish", "Bu mümkün değil artık", ["değil: mümkün"]],
		["Korean", "절대 쓰지 마세요", ["절대: 쓰지", "마세요: 쓰지"]],
		["Japanese, back to the stem", "題名を作らない", ["ない: 作ら"]],
		["Chinese", "不支持", ["不: 支持"]],
	])("%s", (_, text, found) => expect(heads(text)).toEqual(found));
});
