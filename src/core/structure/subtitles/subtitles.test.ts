import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compressed, probabilitiesArbitrary } from "../structure.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const srt =
	"1\n00:00:01,000 --> 00:00:04,000\nHello there my friends of old\n\n2\n00:00:05,000 --> 00:00:07,500\nThis is not what we had planned\n- for you to see\n\n3\n00:01:05,000 --> 00:01:07,500\nAll is well now\n";
const vtt =
	"WEBVTT - a film\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v Ann>Hello there my friends\n\n00:05.000 --> 00:07.000\nThis is it for now\n";

describe("subtitles", () => {
	test.each([
		["SRT", srt],
		["SRT with carriage returns", srt.replaceAll("\n", "\r\n")],
		["WebVTT", vtt],
	])("%s: a cue's number and time stay as they are with any word of it, and go with the last", (_, text) => {
		const heads = text.match(/(?:^(?:\d+|intro)\r?\n)?^[\d:.,]+ --> .*$/gm) ?? [];
		expect(heads.length).toBeGreaterThan(1);
		fc.assert(
			fc.property(probabilitiesArbitrary, (probabilities) => {
				for (const result of compressed(text, probabilities)) {
					let rest = result.trimStart().replace(/^WEBVTT - a film\s*/, "");
					while (rest.trim() !== "") {
						const head = heads.find((one) => rest.startsWith(`${one}\n`) || rest.startsWith(`${one}\r\n`));
						expect(head).toBeDefined();
						rest = rest.slice(head?.length).replace(/^\r?\n(?!\d)/, "");
						const next = rest.search(/(?:^(?:\d+|intro)\r?\n)?^[\d:.,]+ -->/m);
						const said = next < 0 ? rest : rest.slice(0, next);
						expect(said).toMatch(/^(?:- )?\S*\p{L}/u);
						expect(said).not.toContain("-->");
						rest = next < 0 ? "" : rest.slice(next);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});
});
