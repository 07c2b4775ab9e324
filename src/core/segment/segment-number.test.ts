import { describe, expect, test } from "vitest";
import { segmentsOf, wordsWithReason } from "../analysis.fixture.ts";

describe("numbers", () => {
	test.each([
		["sign and unit", "-3.5 °C, −2 m, ±0.1", ["-3.5 °C", "−2 m", "±0.1"]],
		[
			"separators",
			"1,234.56 and 1.234,56 and 1’000 and 1\u202f234\u202f567",
			["1,234.56", "1.234,56", "1’000", "1\u202f234\u202f567"],
		],
		["groups with spaces", "1 500 € and 12 345 but 123 45", ["1 500 €", "12 345", "123", "45"]],
		[
			"currency",
			"$20M, € 20, 20 €, US$5, 1,50 zł, $20 million",
			["$20M", "€ 20", "20 €", "US$5", "1,50 zł", "$20 million"],
		],
		[
			"units",
			"10 kB/s, 50 %, 5GB, 60fps, 3 мин, 90 km/h",
			["10 kB/s", "50 %", "5GB", "60fps", "3 мин", "90 km/h"],
		],
		["no units", "3 apples, 5 in all, 2 s, 4 metrics", ["3", "5", "2", "4"]],
		[
			"spelled-out units",
			"52 weeks, 20 percent, 3 Stunden, 1,5 Mio. Euro, 2 Uhr",
			["52 weeks", "20 percent", "3 Stunden", "1,5 Mio. Euro", "2 Uhr"],
		],
		[
			"… in Romance languages",
			"30 días, 20 por ciento, 5 jours, 3 ore, 2 horas, 20 de zile",
			["30 días", "20 por ciento", "5 jours", "3 ore", "2 horas", "20 de zile"],
		],
		[
			"… in Slavic languages",
			"5 дней, 3 години, 14 dni, 10 dnů týdnů, 2 týdny",
			["5 дней", "3 години", "14 dni", "10", "2 týdny"],
		],
		[
			"… in other languages",
			"3 dakika, 7 ngày, 5 hari, 3 ώρες, 3 أيام, 5 ימים, ۵ روز, 3 दिन",
			["3 dakika", "7 ngày", "5 hari", "3 ώρες", "3 أيام", "5 ימים", "۵ روز", "3 दिन"],
		],
		["… in East Asia", "5 分钟后、3天。10 個月、30秒、5 นาที", ["5 分钟", "3天", "10 個月", "30秒", "5 นาที"]],
		["… in Korean", "5 분 동안, 30 일까지, 10 개", ["5 분", "30 일까지", "10 개"]],
		[
			"amounts",
			"USD 1,200, 1.200 €, 1 200 EUR, $3 million, 3 millions d’euros, 2 Milliarden Euro, (EUR 5)",
			["USD 1,200", "1.200 €", "1 200 EUR", "$3 million", "3 millions d’euros", "2 Milliarden Euro", "EUR 5"],
		],
		[
			"dates with a month",
			"3 October 2026, Oct 3, 2026; 3. Oktober, 3 de mayo de 2026, October 2026.",
			["3 October 2026", "Oct 3, 2026", "3. Oktober", "3 de mayo de 2026", "October 2026"],
		],
		[
			"… in other scripts",
			"2026年11月25日、3 октября 2026 г. и 3 أكتوبر 2026, 2026년 10월 3일",
			["2026年11月25日", "3 октября 2026 г.", "3 أكتوبر 2026", "2026년 10월 3일"],
		],
		["… short", "Nov. 25, 2026 at 5, 1st of May, Sept 3rd", ["Nov. 25, 2026", "5", "1st of May", "Sept 3rd"]],
		[
			"ranges with a unit",
			"10–12 %, 10 – 12 %, 5 to 10 days, 3 bis 5 Tage, 3 to 5",
			["10–12 %", "10 – 12 %", "5 to 10 days", "3 bis 5 Tage", "3", "5"],
		],
		["no dates", "You may 3 times march 5 steps", ["3 times", "5"]],
		["dates", "2024-05-03, 03/05/2024, 3.5.2024", ["2024-05-03", "03/05/2024", "3.5.2024"]],
		["times", "10:30, 9:05:07.123, 10:30 pm, 14:00 UTC", ["10:30", "9:05:07.123", "10:30 pm", "14:00 UTC"]],
		[
			"timestamps",
			"2024-05-03T10:11:12.345Z 2024-05-03 10:11:12,345 x",
			["2024-05-03T10:11:12.345Z", "2024-05-03 10:11:12,345"],
		],
		[
			"logs",
			"[10/Oct/2000:13:55:36 -0700] May  3 10:11:12 h",
			["10/Oct/2000:13:55:36 -0700", "May  3 10:11:12"],
		],
		[
			"versions",
			"v2, 1.2.3, v1.2.3-rc.1+b, ^1.2.0, >=3.8",
			["v2", "1.2.3", "v1.2.3-rc.1+b", "^1.2.0", ">=3.8"],
		],
		[
			"addresses",
			"10.0.0.1:80, 10.0.0.0/8, ::1, fe80::1%eth0, 00:1a:2b:3c:4d:5e",
			["10.0.0.1:80", "10.0.0.0/8", "::1", "fe80::1%eth0", "00:1a:2b:3c:4d:5e"],
		],
		[
			"hexadecimal",
			"0xFF, #ff00aa, #12, 123e4567-e89b-12d3-a456-426614174000",
			["0xFF", "#ff00aa", "#12", "123e4567-e89b-12d3-a456-426614174000"],
		],
		["ranges and ratios", "10–20, 16:9, 1920×1080, 1/2", ["10–20", "16:9", "1920×1080", "1/2"]],
		["other digits", "３．５ ３５％ ٣٤ १२३ ๑๒", ["３．５", "３５％", "٣٤", "१२३", "๑๒"]],
		["Chinese and Japanese units", "2024年5月3日に3人、100円", ["2024年5月3日", "3人", "100円"]],
		["a list without spaces", "[1,2,3]", ["1", "2", "3"]],
	])("%s", (_, text, found) => expect(segmentsOf(text, "number")).toEqual(found));

	test.each([
		[
			"words that begin with a number",
			"a 10-year plan, the 3rd, 2024_backup, 48,500원인데",
			["10-year", "3rd", "2024_backup", "48,500원인데"],
		],
		["ordinals with a full stop", "am 3. Oktober und 5. května. Es war 7.", ["3. Oktober", "5. května", "7"]],
		["none", "COVID-19, utf-8, x86_64, H2O, foo2bar", []],
	])("%s", (_, text, found) => expect(wordsWithReason(text, "number")).toEqual(found));
});
