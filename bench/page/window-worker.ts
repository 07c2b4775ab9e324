// Times single windows on the library's own session with a given number of wasm threads. A worker of
// its own for each number, since the runtime fixes it when it starts.
import { expose } from "comlink";
import { runtimeFiles } from "../../src/models/runtime-files.ts";
import { openBrowserRuntime } from "../../worker/device/browser-runtime.ts";
import { createSession, type WindowClassifier } from "../../worker/model/session.ts";

let session: WindowClassifier | undefined;

async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

const windowRunner = {
	/** Returns the number of threads that are really used. */
	async load(modelUrl: string, wasmUrl: string, threads: number): Promise<number> {
		// The session takes as many threads as the machine says it has.
		Object.defineProperty(navigator, "hardwareConcurrency", { value: threads });
		const { glue, wasm } = runtimeFiles.wasm;
		const web = {
			glueUrl: new URL(glue, wasmUrl).href,
			wasm: await WebAssembly.compileStreaming(fetch(new URL(wasm.file, wasmUrl))),
		};
		session = await createSession({
			device: "wasm",
			runtime: openBrowserRuntime({ device: "wasm", web }),
			model: await fetchBytes(modelUrl),
			pad: 0,
		});
		return session.threads;
	},

	/** Runs one window; returns milliseconds. */
	async run(ids: readonly number[]): Promise<number> {
		if (!session) throw new Error("load() comes first");
		const inputIds = Uint32Array.from(ids);
		const began = performance.now();
		await session.classify(inputIds, false);
		return performance.now() - began;
	},
};

export type WindowRunner = typeof windowRunner;

expose(windowRunner);
