// The library's own worker with a stopwatch on the model: posts the milliseconds of every run.
import { InferenceSession } from "onnxruntime-web/wasm";
import "../../worker/main.ts";

export interface RunTime {
	readonly modelMs: number;
}

const { prototype } = InferenceSession as unknown as { prototype: InferenceSession };
const { run } = prototype;

prototype.run = async function timedRun(this: InferenceSession, ...args: Parameters<typeof run>) {
	const began = performance.now();
	const output = await run.apply(this, args);
	self.postMessage({ modelMs: performance.now() - began } satisfies RunTime);
	return output;
} as typeof run;
