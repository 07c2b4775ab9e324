// A graph under onnxruntime-web's profiler. The wasm build prints its profile to the console, when it ends, where
// this worker reads it. A worker of its own for each graph: the runtime fixes its threads when it starts.
import { expose } from "comlink";
import { runtimeFiles } from "../../src/models/runtime-files.ts";
import { openBrowserRuntime } from "../../worker/device/browser-runtime.ts";
import type { ProfileEvent } from "../breakdown/profile-event.ts";
import type { Feeds, GraphSource } from "../page-functions.ts";

/** Lines that are an event, in a list: with a comma at their end. */
const eventLine = /^(\{"cat".*\}),?$/;

const lines: string[] = [];
console.log = (...parts: readonly unknown[]) => {
	lines.push(parts.join(" "));
};

async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

const profileRunner = {
	/** @param threads undefined: as many as the library takes */
	async profile(
		source: GraphSource,
		feeds: Feeds,
		runs: number,
		wasmUrl: string,
		threads: number | undefined,
	): Promise<{ events: ProfileEvent[]; threads: number }> {
		const { glue, wasm } = runtimeFiles.wasm;
		const runtime = await openBrowserRuntime({
			device: "wasm",
			maxThreads: threads,
			web: {
				glueUrl: new URL(glue, wasmUrl).href,
				wasm: await WebAssembly.compileStreaming(fetch(new URL(wasm.file, wasmUrl))),
			},
		});
		const model = "url" in source ? await fetchBytes(source.url) : Uint8Array.from(source.bytes);
		const session = await runtime.createSession(model, {
			graphOptimizationLevel: "all",
			enableProfiling: true,
			// The level at which the profile is printed.
			logSeverityLevel: 0,
			extra: { session: { dynamic_block_base: "4" } },
		});
		const tensors = Object.fromEntries(
			Object.entries(feeds).map(([name, { data, dims }]) => [
				name,
				runtime.createTensor(BigInt64Array.from(data, BigInt), dims),
			]),
		);
		for (let run = 0; run < runs; run++) await session.run(tensors);
		session.endProfiling();
		const events = lines.flatMap((line): ProfileEvent[] => {
			const [, json] = eventLine.exec(line.trim()) ?? [];
			return json === undefined ? [] : [JSON.parse(json)];
		});
		return { events, threads: runtime.threads };
	},
};

export type ProfileRunner = typeof profileRunner;

expose(profileRunner);
