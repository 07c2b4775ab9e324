import { describe, expect, test, vi } from "vitest";
import { patternMatches } from "./pattern-matches.ts";

// What is refused is found by its time, on a busy machine too.
vi.setConfig({ testTimeout: 60_000 });

const long = "a".repeat(100_000);
const prose =
	"Ticket ABC-123 from a.b@example.org costs $5; see (1) and IP 10.0.0.1, Anna Maria Berg. ".repeat(500);

describe("patterns that backtrack are refused by name", () => {
	test.each([
		[/(a+)+b/, long],
		[/(a|a)*b/, `x${long}`],
		[/x(\w+\s?)*$/, `${"-".repeat(1003)}x${long}!`],
		[/^(([a-z])+.)+[A-Z]([a-z])+$/m, `Go\n${long}`],
		[/a*a*a*a*b/, long],
	])("%s", (pattern, text) => {
		expect(() => patternMatches(text, pattern)).toThrowError(
			expect.objectContaining({ code: "invalid-option", message: expect.stringContaining(pattern.source) }),
		);
	});
});

describe("ordinary patterns pass", () => {
	test.each([
		[/\b[A-Z]{2,}-\d+\b/, ["ABC-123"]],
		[/[\w.+-]+@[\w-]+\.[\w.]+/g, ["a.b@example.org"]],
		[/\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+/u, ["Ticket ABC", "Anna Maria Berg"]],
		[/(?:\d{1,3}\.){3}\d{1,3}/y, ["10.0.0.1"]],
		[/(?<=\$)\d+/, ["5"]],
		[/z*/, []],
	])("%s", (pattern, found) => {
		const spans = patternMatches(prose, pattern);
		expect([...new Set(spans.map(([start, end]) => prose.slice(start, end)))]).toEqual(found);
		expect(spans).toHaveLength(500 * found.length);
	});
});
