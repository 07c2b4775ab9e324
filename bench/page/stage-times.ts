// A text's way through the library, step by step: the worker's steps, then those of the main thread.
import { type Remote, wrap } from "comlink";
import { loadCounter, type TokenCounter } from "../../src/core/count/count.ts";
import { Selector } from "../../src/core/select/select.ts";
import { inOneStep } from "../../src/core/steps.ts";
import { resolveAssets } from "../../src/models/assets.ts";
import type { PageFunctions } from "../page-functions.ts";
import type { StageRunner } from "./stage-worker.ts";

let runner: Remote<StageRunner> | undefined;

export const stageTimes: Pick<PageFunctions, "openStages" | "timeStages"> = {
	async openStages() {
		const worker = new Worker(new URL("./stage-worker.ts", import.meta.url), { type: "module" });
		runner = wrap<StageRunner>(worker);
		const { embeddedModelUrl, wasmUrl } = resolveAssets("./", document.baseURI);
		return runner.load({ model: { id: "embedded", url: embeddedModelUrl }, device: "wasm", wasmUrl });
	},

	async timeStages(text) {
		if (!runner) throw new Error("openStages() comes first");
		const began = performance.now();
		const { response, stages } = await runner.score(text);
		const scored = performance.now();
		const { whole, ...steps } = stages;
		const inSteps = Object.values(steps).reduce((sum, ms) => sum + ms, 0);

		// A counter that has counted nothing yet, as after loading.
		const counter = watched(await loadCounter("o200k_base"));
		const selecting = performance.now();
		const { words, warnings } = response;
		const selector = new Selector({ text, words, warnings, counter, model: "embedded", device: "wasm" });
		selector.select({ rate: 0.5 });
		const selected = performance.now();
		const count = counter.ms;
		selector.select({ rate: 0.33 });
		const render = performance.now() - selected;
		return {
			...steps,
			messages: scored - began - whole + (whole - inSteps),
			count,
			// The first selection renders too.
			select: selected - selecting - count - render,
			render,
		};
	},
};

/** A counter that adds up how long it counts. */
function watched(counter: TokenCounter): TokenCounter & { readonly ms: number } {
	let ms = 0;
	const timed =
		<Args extends readonly unknown[], Answer>(ask: (...args: Args) => Answer) =>
		(...args: Args) => {
			const began = performance.now();
			const answer = ask(...args);
			ms += performance.now() - began;
			return answer;
		};
	const { addUp, additive } = counter;
	const count = timed(counter.count);
	return {
		additive,
		count,
		countInSteps: (text) => inOneStep(() => count(text)),
		...(addUp && { addUp: timed(addUp) }),
		get ms() {
			return ms;
		},
	};
}
