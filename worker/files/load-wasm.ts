// The runtime's wasm: loaded and checked like any file, and compiled as it comes. From an answer, and not from bytes,
// because browsers keep the compiled code beside the answer in their cache: the next visit runs optimized code at once.
import { toCompressorError } from "../failure.ts";
import type { DownloadMeter } from "./download-meter.ts";
import { loadFile, type WantedFile } from "./load-files.ts";

/**
 * The module of a file that has proved good.
 *
 * @throws CompressorError as `loadFile` does; and where the browser, its memory or the page's policy lets none be
 *   compiled.
 */
export async function loadWasm(wanted: WantedFile, meter?: DownloadMeter): Promise<WebAssembly.Module> {
	let streamed: WebAssembly.Module | undefined;
	const content = await loadFile(wanted, meter, {
		async readToo(answer) {
			streamed = undefined;
			streamed = await compileAnswer(answer);
		},
	});
	try {
		return streamed ?? (await WebAssembly.compile(content));
	} catch (error) {
		throw toCompressorError(error, "model-load-failed", `${wanted.url} could not be compiled`);
	}
}

/** `undefined` where it can't be: an answer of another type or that is cut, a browser that doesn't. */
async function compileAnswer(answer: Response): Promise<WebAssembly.Module | undefined> {
	try {
		if (answer.headers.get("content-type") === "application/wasm")
			return await WebAssembly.compileStreaming(answer);
		// Else what it doesn't read is held for it.
		await answer.body?.cancel();
	} catch {
		// The file's own checks say what is wrong with it.
	}
	return undefined;
}
