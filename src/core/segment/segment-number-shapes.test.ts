import { describe, expect, test } from "vitest";
import { segmentsOf, wordsWithReason } from "../analysis.fixture.ts";

describe("numbers by their shape", () => {
	test.each([
		["European groups", "60.000,00 € bis 1.250.000,00 €", ["60.000,00 € bis 1.250.000,00 €"]],
		["… and the amount alone", "etwa 1.250.000,00 € im Jahr", ["1.250.000,00 €"]],
		["Indian groups", "₹1,00,000 and 12,34,567.50 in all", ["₹1,00,000", "12,34,567.50"]],
		[
			"groups with plain spaces",
			"12 000 habitants, 1 200,50 € et 1 000 000",
			["12 000", "1 200,50 €", "1 000 000"],
		],
		["no groups", "2024 100 people, 12 34 and 5 6789", ["2024", "100", "12", "34", "5", "6789"]],
		[
			"powers",
			"1.5 × 10^6 bytes, 10^-3, 10^{12}, 6.02×10²³, 2⁸",
			["1.5 × 10^6 bytes", "10^-3", "10^{12}", "6.02×10²³", "2⁸"],
		],
		[
			"comparisons",
			"if < 10 ms, >= 5, x ≥ 3.5 kg, ≠ 7, (> 90 %) or <= $5",
			["< 10 ms", ">= 5", "≥ 3.5 kg", "≠ 7", "> 90 %", "<= $5"],
		],
		["no comparisons", "a -> 5 and a => 7", ["5", "7"]],
		[
			"ranges of times",
			"10:00 - 11:30, 9:00–9:30 CET, 9:00 am – 5:00 pm",
			["10:00 - 11:30", "9:00–9:30 CET", "9:00 am – 5:00 pm"],
		],
		[
			"ranges of amounts",
			"5 % – 10 %, $5 – $10, 3 kg-5 kg, 10 - 12 days, 2024 – 2026",
			["5 % – 10 %", "$5 – $10", "3 kg-5 kg", "10 - 12 days", "2024 – 2026"],
		],
		["measures of two sides", "210 × 297 mm, 3 x 4 m, 2 m × 3 m", ["210 × 297 mm", "3 x 4 m", "2 m × 3 m"]],
		["inequality", "z != 9 or !5", ["!= 9", "5"]],
		["mixed fractions", "2 1/2 cups, 3 ½ Stunden, 2½ kg", ["2 1/2", "3 ½ Stunden", "2½ kg"]],
		[
			"days in a row",
			"am 3./4. Oktober, 3. und 4. Mai 2026, 3, 4 and 5 June, May 3 and 4, 2026",
			["3./4. Oktober", "3. und 4. Mai 2026", "3, 4 and 5 June", "May 3 and 4, 2026"],
		],
		[
			"a day at the start of a line",
			"3. Oktober 2026 war ein Tag.\n1. und 2. Mai auch.",
			["3. Oktober 2026", "1. und 2. Mai"],
		],
		["an item there", "1. May I ask\n2. March on", []],
		[
			"phone numbers",
			"+49 30 1234567, (555) 123-4567, +1 (555) 123-4567, 030 / 1234567, 06 12 34 56 78",
			["+49 30 1234567", "(555) 123-4567", "+1 (555) 123-4567", "030 / 1234567", "06 12 34 56 78"],
		],
		["a year in brackets is no phone number", "in (2026) 12 of them", ["2026", "12"]],
		[
			"accounts and cards",
			"DE89 3704 0044 0532 0130 00, 4111 1111 1111 1111, 3782 822463 10005",
			["DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111", "3782 822463 10005"],
		],
		["feet and inches", "he is 6'2\" or 5′ 10″ tall, a 27″ screen", ["6'2\"", "5′ 10″", "27″"]],
		["a quoted number is no inch", 'it says "5" and "6"', ["5", "6"]],
		["coordinates", "at 52° 31' 12.5\" N, 13.4° E", ["52° 31' 12.5\" N", "13.4° E"]],
		["sections", "nach § 823 BGB, §§ 823, 826 und § 12a", ["§ 823", "§§ 823, 826", "§ 12a"]],
	])("%s", (_, text, found) => expect(segmentsOf(text, "number")).toEqual(found));

	test.each(
		[
			"１２．５％|－５℃|１，２００円|￥１，２００|１０：３０|２０２６／１１／３０|５－１０％|1，200元|3．5倍|20%以上|20%|５人以下|午後3時15分|下午3点|不超过5人",
			"5 Tsd|5 k€|5 lakh|5 crore|5 hundred|€2bn|£3m|$1.5B|R$ 1.200,00|US$ 5|A$5|HK$ 5|C$1,200|NT$1,200|Rs 500|5 kr|5¢|5 Ω|64 bit|5 bps|±3σ|minus 5 degrees",
			"30. 11. 2026|오후 3시|2 h 30 min|1h 30m|−5 to −2 °C|10 am to 5 pm|10:00 to 11:30|5 ft 10 in|1 1/2|1⁄2|10^-3|1.5×10⁻³",
			"up to 5|at most 5 days|no more than 5|under 5|max. 5|moins de 5|au plus 5|höchstens 5 Tage|no más de 5|не более 5|5 or more|5명 이하",
		].flatMap((row) => row.split("|")),
	)("%s is one word, beside spaces and in a line", (number) => {
		expect(segmentsOf(`Here ${number} there`, "number")).toEqual([number]);
		expect(wordsWithReason(`Here ${number}, there`, "number")).toEqual([number]);
	});

	test.each([
		..."１２．５％|－５℃|￥１，２００|１０：３０|20%以上|20%|５人以下|午後3時15分|€2bn|5kg".split("|"),
	])("%s is one word between letters of scripts without spaces", (number) =>
		expect(wordsWithReason(`それは${number}です`, "number")).toEqual([number]),
	);

	test.each(["She is over it at most", "sums up to the max", "１，２，３"])("no limits: %s", (text) => {
		expect(segmentsOf(text, "number").every((found) => /^\p{Nd}$/u.test(found))).toBe(true);
	});

	test("a place in a file stays with its path", () => {
		expect(segmentsOf("see src/a.ts(10,5) and b.py:10-20 x", "code")).toEqual([
			"src/a.ts(10,5)",
			"b.py:10-20",
		]);
	});
});
