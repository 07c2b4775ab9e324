// Documents as people write them, with random keep probabilities: a parser sees in a result only what it sees in the source.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compressed, probabilitiesArbitrary } from "../structure.fixture.ts";
import { firstStranger, outline } from "./markdown-tree.fixture.ts";

vi.setConfig({ testTimeout: 120_000 });

test.each(["besprechung.md", "comlink.md", "incident.md", "meeting.ja.md"])("%s", (name) => {
	const source = readFileSync(new URL(`../../../../e2e/inputs/${name}`, import.meta.url), "utf8");
	const whole = outline(source);
	fc.assert(
		fc.property(probabilitiesArbitrary, (probabilities) => {
			for (const result of compressed(source, probabilities)) {
				expect([firstStranger(outline(result), whole), result]).toEqual([undefined, result]);
			}
		}),
		{ numRuns: 4, seed: 1 },
	);
});
