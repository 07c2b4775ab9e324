// What holds for every text: words cover it, cut nothing that must stay whole, and come in linear time.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segment } from "../segment/segment.ts";
import { splitWords } from "./words.ts";

const pieces =
	"` `` ``` ```js\n ~~~ < <b> </b> { } {{x}} $ %s % [ ]( ] ( ) * ** _ __ ~~ - -- | # > 1. https://a.b/c www.x.y a@b.cd src/a.ts C:\\x /usr 12 3.5 1,234 km € $5 ' \" “ ” don't n't e.g. Dr. 漢字 かな ไทย 한국어 👨‍👩‍👧 👍🏽 🇩🇪 ❤️ 1️⃣ é \u0301 \u200d \ufe0f \ud83d \udc00 \0 \u200b \u00ad 不 ない לא لا नहीं क्षि १२ ３ ... ! . , ; : — => // @@ + &amp; 10:30 2024-05-01 v1.2 ::1 <|x|> [NAME] \\ ![ ½ Ⅳ".split(
		" ",
	);
const text = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...pieces, "\n", "\n\n", " ", "    ", "\t", "\r\n", "\u00a0") },
			{ weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
		),
		{ maxLength: 16 },
	)
	.map((parts) => parts.join(""));

/** Places between grapheme clusters, as the platform sees them. */
function clusterEnds(source: string): Set<number> {
	const ends = new Set([0]);
	for (const { index, segment: cluster } of new Intl.Segmenter("en").segment(source)) {
		ends.add(index + cluster.length);
		// White space is in no word, even where a combining mark stands on it.
		if (/^\s/.test(cluster)) ends.add(index + 1);
	}
	return ends;
}

const numRuns = 600;

describe("every text", () => {
	test("segments ascend and begin and end with something visible", () => {
		fc.assert(
			fc.property(text, (source) => {
				let last = 0;
				for (const { start, end, role } of segment(source)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					if (role !== "inside") expect(source.slice(start, end)).toMatch(/^\S(?:[\s\S]*\S)?$/);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(source.length);
			}),
			{ numRuns },
		);
	});

	test("words cover exactly what is not white space", () => {
		fc.assert(
			fc.property(text, (source) => {
				const { start, end, clause } = splitWords(source, segment(source));
				let gaps = "";
				let last = 0;
				start.forEach((from, at) => {
					expect(from).toBeGreaterThanOrEqual(last);
					expect(source.slice(from, end[at])).toMatch(/^\S(?:[\s\S]*\S)?$/);
					expect((clause[at] ?? 0) - (clause[at - 1] ?? 0)).toBeOneOf([0, 1]);
					gaps += source.slice(last, from);
					last = end[at] ?? 0;
				});
				expect((gaps + source.slice(last)).trim()).toBe("");
			}),
			{ numRuns },
		);
	});

	test("no word ends inside a grapheme cluster or inside a segment that is one word", () => {
		fc.assert(
			fc.property(text, (source) => {
				const segments = segment(source);
				const { start, end } = splitWords(source, segments);
				const allowed = clusterEnds(source);
				for (const place of [...start, ...end]) {
					expect(allowed).toContain(place);
					const cut = segments.find((found) => found.start < place && place < found.end);
					expect(cut?.role ?? "inside").toBe("inside");
				}
			}),
			{ numRuns },
		);
	});
});

describe("hostile texts end", () => {
	const length = 30_000;
	test.each(
		"( ` < [ * - _ | # > ~ { $ % & \\ / . , : ' \" = @ ! <a <!-- [a]( ]( `a *a **a __a 1- 1, a. a/ a@ a: {{ ${ %( <| \\\\ C:\\ http:// www. ``` -a |- e.g. not, \ud800 \0 \u0301 \u200d 漢 ก 👨‍👩‍👧 a' a( a[b"
			.split(" ")
			.concat("~~~\n`", "> ", "a b ", "1 ", "    x = 1;\n\n"),
	)("%j", (unit) => {
		const source = unit.repeat(Math.ceil(length / unit.length));
		const words = splitWords(source, segment(source));
		expect(words.end.at(-1)).toBe(source.trimEnd().length);
		expect(words.start.length).toBeLessThanOrEqual(source.length);
	});

	test("brackets that open and close 200,000 deep", () => {
		const source = `${"(".repeat(200_000)}${")".repeat(200_000)} a`;
		expect(splitWords(source, segment(source)).start).toHaveLength(400_001);
	});

	test("backticks of every length, none closed", () => {
		const source = Array.from({ length: 400 }, (_, at) => `${"`".repeat(at + 1)}a`).join(" ");
		expect(segment(source).filter(({ role }) => role === "inside")).toEqual([]);
	});
});
