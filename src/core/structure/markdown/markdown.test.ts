// Markdown that was valid stays valid: a parser sees the same headings, items, tables and links, but fewer.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compressed, probabilitiesArbitrary } from "../structure.fixture.ts";
import { markdownArbitrary } from "./markdown-text.fixture.ts";
import { firstStranger, outline } from "./markdown-tree.fixture.ts";

vi.setConfig({ testTimeout: 120_000 });

describe("random Markdown at random rates", () => {
	test("what a parser sees in a result, it sees in the source in the same order", () => {
		fc.assert(
			fc.property(markdownArbitrary, probabilitiesArbitrary, (source, probabilities) => {
				const whole = outline(source);
				for (const result of compressed(source, probabilities)) {
					expect([firstStranger(outline(result), whole), source, result]).toEqual([
						undefined,
						source,
						result,
					]);
				}
			}),
			{ numRuns: 150 },
		);
	});
});
