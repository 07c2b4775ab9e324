import { expect, it } from "vitest";
import { shortenQuestion } from "./shorten-question.ts";

const ids = (count: number) => Uint32Array.from({ length: count }, (_, at) => at);

it.each([
	[0, 64],
	[3, 4],
	[64, 64],
])("leaves a question of %i tokens as it is where %i are read", (count, most) => {
	expect(shortenQuestion(ids(count), most)).toEqual({ ids: ids(count), warnings: [] });
});

it.each([
	[6, 4, [0, 1, 4, 5]],
	[5, 4, [0, 1, 3, 4]],
	[9, 5, [0, 1, 2, 7, 8]],
])("of %i tokens reads %i: the beginning and the end", (count, most, read) => {
	expect([...shortenQuestion(ids(count), most).ids]).toEqual(read);
});

it("says how many tokens were read of how many", () => {
	expect(shortenQuestion(ids(120), 64).warnings).toEqual([
		{
			code: "question-shortened",
			message: "Of the question's 120 tokens the model read 64: its beginning and its end.",
			spans: [],
		},
	]);
});
