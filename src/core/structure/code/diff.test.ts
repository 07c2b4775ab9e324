import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compressed, probabilitiesArbitrary, sentenceArbitrary } from "../structure.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const headers = ["diff --git a/x.ts b/x.ts", "index 12ab..34cd 100644", "--- a/x.ts", "+++ b/x.ts"];

const lineArbitrary = fc
	.tuple(
		fc.constantFrom(" ", " ", " ", "+", "-"),
		fc.oneof(sentenceArbitrary, fc.constantFrom("", "\t}", "- item", "++x;", "# a")),
	)
	.map(([sign, line]) => sign + line);
const hunkArbitrary = fc.array(lineArbitrary, { minLength: 1, maxLength: 12 }).map((lines) => {
	const old = lines.filter((line) => !line.startsWith("+")).length;
	const added = lines.filter((line) => !line.startsWith("-")).length;
	return [`@@ -1,${old} +1,${added} @@ function f() {`, ...lines];
});
const diffArbitrary = fc.array(fc.array(hunkArbitrary, { minLength: 1, maxLength: 3 }), {
	minLength: 1,
	maxLength: 2,
});

/** Whether `lines` come in this order in `all`. */
function isSubsequence(lines: readonly string[], all: readonly string[]): boolean {
	let at = 0;
	for (const line of all) if (line === lines[at]) at++;
	return at === lines.length;
}

describe("unified diffs", () => {
	test("changed lines and headers stay; a context line stays or goes as a whole", () => {
		fc.assert(
			fc.property(diffArbitrary, probabilitiesArbitrary, fc.boolean(), (files, probabilities, inProse) => {
				const lines = files.flatMap((hunks) => [...headers, ...hunks.flat()]);
				const fixed = lines.filter((line) => !line.startsWith(" "));
				const diff = lines.join("\n");
				const text = inProse ? `Please review this change:\n\n${diff}\n\nIs it right to do so?` : diff;
				for (const result of compressed(text, probabilities)) {
					const found = result.split("\n");
					const from = found.indexOf(headers[0] ?? "");
					const kept = inProse
						? found.slice(from).filter((line) => line !== "" && !/^[A-Z]|^\w+\??$/.test(line))
						: found;
					expect(isSubsequence(fixed, found)).toBe(true);
					if (!inProse) expect(isSubsequence(kept, lines)).toBe(true);
				}
			}),
			{ numRuns: 100 },
		);
	});

	test.each([
		["a hunk alone", "@@ -1,2 +1,2 @@\n-old words here\n+new words here\n same"],
		["a patch without git", "--- old.txt\n+++ new.txt\n@@ -1 +1 @@\n-old words here\n+new words here"],
		[
			"a hunk longer than it says",
			"--- old.txt\n+++ new.txt\n@@ -1 +1 @@\n-old words here\n+new words here\n-more of it\n+more words here",
		],
	])("%s is a diff", (_, text) => {
		const changed = text.split("\n").filter((line) => /^[-+@]/.test(line));
		expect(compressed(text, [0])[0]?.split("\n")).toEqual(changed);
	});

	test("of a commit its fields stay, and its message gets shorter", () => {
		const commit = (id: string) =>
			`commit ${id.repeat(40)}\nAuthor: Ann <a@b.c>\nDate:   Mon Jan 5 10:00:00 2026 +0000\n\n    Tell what has changed here\n\n`;
		const change = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new";
		const text = `${commit("a")}${change}\n\n${commit("b")}${change}`;
		const fixed = text.split("\n").filter((line) => line !== "" && !line.startsWith("    "));
		const found = compressed(text, [0])[0]
			?.split("\n")
			.filter((line) => line !== "");
		expect(found).toEqual(fixed);
	});

	test("of a merge every changed line stays, whichever parent it differs from", () => {
		const text =
			"diff --cc a.txt\nindex 1,2..3\n--- a/a.txt\n+++ b/a.txt\n@@@ -1,2 -1,2 +1,3 @@@\n  same line here\n- old one here\n -other one here\n++new one here\n  last line of it";
		const fixed = text.split("\n").filter((line) => !line.startsWith("  "));
		expect(compressed(text, [0])[0]?.split("\n")).toEqual(fixed);
	});

	test("a commit without its diff stays or goes with its message, its fields as one", () => {
		const commit = (id: string) =>
			`commit ${id.repeat(40)}\nAuthor: Ann <a@b.c>\nDate:   Mon Jan 5 10:00:00 2026 +0000`;
		const text = ["a", "b", "c", "d"]
			.map((id) => `${commit(id)}\n\n    Tell what has changed in ${id}\n`)
			.join("\n");
		fc.assert(
			fc.property(probabilitiesArbitrary, (probabilities) => {
				for (const result of compressed(text, probabilities)) {
					const commits = result.trim().split(/\n+(?=commit )/);
					for (const one of commits) {
						const id = one.charAt("commit ".length);
						expect(one.slice(0, commit(id).length)).toBe(commit(id));
						expect(one.slice(commit(id).length)).toMatch(/^\n+ {4}\S/);
					}
				}
			}),
			{ numRuns: 60 },
		);
		expect(
			compressed(text, [0.5])[0]
				?.trim()
				.split(/\n+(?=commit )/),
		).toHaveLength(1);
	});

	test("carriage returns stay with their line breaks", () => {
		const text = "@@ -1,3 +1,3 @@\r\n-old words\r\n same line\r\n+new words\r\n other line";
		expect(compressed(text, [0])[0]).toBe("@@ -1,3 +1,3 @@\r\n-old words\r\n+new words");
	});

	test("what stands behind a diff is prose again", () => {
		const text = "@@ -1 +1 @@\n-old\n+new\n\nShould we do this today or some other day?";
		expect(compressed(text, [0])[0]).toBe("@@ -1 +1 @@\n-old\n+new");
	});
});
