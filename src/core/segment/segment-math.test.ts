import { describe, expect, test } from "vitest";
import { segmentsOf, wordsOf } from "../analysis.fixture.ts";

describe("formulas", () => {
	test.each([
		["inline", "so $E = mc^2 - 3$, $n \\geq 3$ and $x$", ["$E = mc^2 - 3$", "$n \\geq 3$", "$x$"]],
		["in brackets", "as \\(a + b\\) or \\[\nx = 1\n\\] is", ["\\(a + b\\)", "\\[\nx = 1\n\\]"]],
		["set apart", "We have\n$$\n- a = b\n$$\nand $$c^2$$.", ["$$\n- a = b\n$$", "$$c^2$$"]],
		[
			"environments",
			"\\begin{align*}\na &= b \\\\\n\\end{align*} x",
			["\\begin{align*}\na &= b \\\\\n\\end{align*}"],
		],
		[
			"references",
			"see \\cite[p. 3]{knuth84} in \\ref{fig:a b}",
			["\\cite[p. 3]{knuth84}", "\\ref{fig:a b}"],
		],
		["prices are none", "from $5 and $6, between $5-$6, $20M (US$ 3), $1,000 or A$", []],
		["variables are none", 'echo "$HOME/$USER" and $PATH to "$x"', []],
		["words are none", "\\[not a formula\\], $5 million for some (US$) and \\(nor this one\\)", []],
		["no blank line inside", "$$\na\n\nb = c\n$$", []],
		["none in two cells", "| a | b |\n|---|---|\n| $x | y$ |", []],
	])("%s", (_, text, found) => expect(segmentsOf(text, "code")).toEqual(found));

	test("the commands of an environment are one word each, items are marked", () => {
		const text = "\\begin{figure}[h]\n\\item One\n\\end{figure}";
		expect(wordsOf(text)).toEqual(["\\begin{figure}[h]", "\\item", "One", "\\end{figure}"]);
	});
});
