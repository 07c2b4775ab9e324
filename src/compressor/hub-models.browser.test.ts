// The published models' architectures, loaded by id through the real worker: the small ones of e2e/hub must answer
// what onnxruntime and LLMLingua answered in Python.
import { afterEach, describe, expect, it } from "vitest";
import answersUrl from "../../e2e/hub/answers.json?url";
import { type Compressor, createCompressor } from "../compressor.ts";
import type { HubModelId } from "../models/hub-id.ts";
import { findKnownModel } from "../models/known-models.ts";

interface Answer {
	readonly model: HubModelId;
	readonly scores: readonly {
		readonly text: string;
		readonly offsets: readonly number[];
		readonly keepProbability: readonly number[];
	}[];
	readonly compressed?: readonly {
		readonly context: string;
		readonly options: {
			readonly rate: number;
			readonly force_tokens?: readonly string[];
			readonly drop_consecutive?: boolean;
			readonly force_reserve_digit?: boolean;
		};
		readonly answer: { readonly compressed_prompt: string };
	}[];
}

const answers = (await (await fetch(answersUrl)).json()) as readonly Answer[];
const opened: Compressor[] = [];
afterEach(() => Promise.all(opened.splice(0).map((compressor) => compressor.dispose())));

function open(model: HubModelId): Compressor {
	const compressor = createCompressor({ model, hubUrl: "/small-hub/", assetsUrl: "/", device: "wasm" });
	opened.push(compressor);
	return compressor;
}

/** The mean of what Python says of the tokens of `[start, end)`. */
function expected(
	{ offsets, keepProbability }: Answer["scores"][number],
	start: number,
	end: number,
): number {
	const inside = keepProbability.filter((_, at) => {
		const [from = 0, to = 0] = offsets.slice(2 * at, 2 * at + 2);
		return from < to && from < end && to > start;
	});
	return inside.reduce((sum, value) => sum + value, 0) / inside.length;
}

describe.each(answers)("$model", ({ model, scores }) => {
	it("answers as onnxruntime does in Python, and selects", async () => {
		const compressor = open(model);
		const info = await compressor.load();
		expect(info).toMatchObject({ model, device: "wasm", dtype: "fp32" });
		expect(info).not.toHaveProperty("questionTokens");
		let compared = 0;
		for (const score of scores.slice(0, 2)) {
			const scored = await compressor.score(score.text);
			for (const { start, end, keepProbability } of scored.words) {
				const wanted = expected(score, start, end);
				if (Number.isNaN(wanted)) continue;
				expect(keepProbability, score.text.slice(start, end)).toBeCloseTo(wanted, 2);
				compared++;
			}
			const { text, rate } = scored.select({ rate: 0.5, protect: { negation: false, url: false } });
			expect(rate).toBeLessThanOrEqual(0.5);
			expect(text.length).toBeGreaterThan(0);
		}
		expect(compared).toBeGreaterThan(40);
	});

	it("is known, and warns of the languages that it does not read", async () => {
		const known = findKnownModel(model);
		expect(known?.id).toBe(model);
		const german = "Das ist nicht die Datei, und der Server ist es auch nicht.";
		const georgian = "ეს არის ქართული წინადადება.";
		const compressor = open(model);
		const codes = await Promise.all(
			[german, georgian].map(async (text) => {
				const { warnings } = await compressor.compress(text, { rate: 0.9 });
				return warnings.some(({ code }) => code === "unsupported-language");
			}),
		);
		expect(codes).toEqual(known?.baseLanguages ? [false, false] : [true, true]);
	});
});

describe.each(answers.filter(({ compressed }) => compressed))(
	"$model in compat",
	({ model, compressed = [] }) => {
		it("compresses as LLMLingua does", async () => {
			const compressor = open(model);
			for (const { context, options, answer } of compressed) {
				const { text } = await compressor.compress(context, {
					compat: "llmlingua-2",
					rate: options.rate,
					force: [...(options.force_tokens ?? [])],
					dropConsecutive: options.drop_consecutive ?? false,
					keepDigits: options.force_reserve_digit ?? false,
				});
				expect(text).toBe(answer.compressed_prompt);
			}
			expect(compressed.length).toBeGreaterThan(4);
		});
	},
);
