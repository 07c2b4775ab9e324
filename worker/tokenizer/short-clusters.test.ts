import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortClusters } from "./short-clusters.ts";

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

function bySegmenter(text: string): { index: number; text: string }[] {
	return [...segmenter.segment(text)]
		.filter(({ segment }) => [...segment].length > 1 && Buffer.byteLength(segment) < 6)
		.map(({ segment, index }) => ({ index, text: segment }));
}

describe("shortClusters", () => {
	it("joins to a letter what the segmenter joins, for every code point that may join", () => {
		const mayJoin = /[\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3\uff9e\uff9f\u{10000}-\u{12000}]/u;
		const wrong: string[] = [];
		for (let codePoint = 0x80; codePoint < 0xe0200; codePoint++) {
			// Past U+2000 most are letters that join nothing; a sample of them is enough.
			if (codePoint > 0x2000 && codePoint % 61 !== 0 && !mayJoin.test(String.fromCodePoint(codePoint)))
				continue;
			if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
			const character = String.fromCodePoint(codePoint);
			const text = `a${character}\u0001${character}a`;
			if (JSON.stringify([...shortClusters(text)]) !== JSON.stringify(bySegmenter(text))) {
				wrong.push(codePoint.toString(16));
			}
		}
		expect(wrong).toEqual([]);
	}, 60_000);

	it.each([
		["e\u0301x", [{ index: 0, text: "e\u0301" }]],
		["a\r\nb", [{ index: 1, text: "\r\n" }]],
		["e\u0301\u0302\u0303", []],
		["©\u200d©", []],
		["\u1100\u1161\u0301", []],
		["ก็", []],
	])("finds those of less than 6 bytes in %j", (text, expected) => {
		expect([...shortClusters(text)]).toEqual(expected);
	});

	it("agrees with the segmenter on any mixture", () => {
		const part = fc.constantFrom(
			..."ae ©ñД½\r\n",
			..."\u0301\u0308\u064b\u200d\ufe0f\u0600\u093c\u094d\u0915\u0958\u1100\u1161\uac00\u3099か",
			"👩",
			"🏽",
			"🇩",
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
				const text = parts.join("");
				expect([...shortClusters(text)]).toEqual(bySegmenter(text));
			}),
			{ numRuns: 2000 },
		);
	});
});
