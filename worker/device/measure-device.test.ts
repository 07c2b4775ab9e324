import { expect, it, vi } from "vitest";
import type { Engine } from "../model/load-model.ts";
import { arithmeticEngine, maxTokens } from "../scoring/arithmetic-engine.fixture.ts";
import { measureDevice } from "./measure-device.ts";

/** An engine whose model has stored decisions, or none; `wrong` turns its answers round. */
function engine({ stored, wrong = false }: { stored: boolean; wrong?: boolean }) {
	const { engine: own, inputs } = arithmeticEngine();
	const manifest = { ...own.manifest, ...(stored && { selfTest: "self-test.json" }) };
	const classifier: Engine["classifier"] = {
		threads: 1,
		async classify(ids, withRelevance) {
			const { keepProbability } = await own.classifier.classify(ids, withRelevance);
			return { keepProbability: wrong ? keepProbability.map((p) => 1 - p) : keepProbability };
		},
	};
	return { engine: { ...own, manifest, classifier }, inputs };
}

it("warms up and times full windows, and gives a sign after each", async () => {
	const { engine: own, inputs } = engine({ stored: true });
	const step = vi.fn();
	const { windowMs, answers } = await measureDevice(own, undefined, step);
	expect(windowMs).toBeGreaterThanOrEqual(0);
	expect(inputs.map(({ length }) => length)).toEqual([maxTokens, maxTokens, maxTokens]);
	expect(step).toHaveBeenCalledTimes(3);
	expect(answers.windows[0]?.inputIds).toHaveLength(maxTokens);
});

it("accepts what another device answered, and refuses a device that answers otherwise", async () => {
	const { answers } = await measureDevice(engine({ stored: false }).engine, undefined, () => {});
	const again = measureDevice(engine({ stored: false }).engine, answers, () => {});
	expect((await again).answers).toEqual(answers);
	const wrong = measureDevice(engine({ stored: false, wrong: true }).engine, answers, () => {});
	await expect(wrong).rejects.toMatchObject({ code: "no-device" });
});

it("leaves a model with stored decisions to its own self-test", async () => {
	const { answers } = await measureDevice(engine({ stored: true }).engine, undefined, () => {});
	const measured = measureDevice(engine({ stored: true, wrong: true }).engine, answers, () => {});
	expect((await measured).windowMs).toBeGreaterThanOrEqual(0);
});
