// What createCompressor returns: the calls, which first load the code that does the work. A page that has not
// compressed anything yet has loaded little more than the check of the options.
import type { Compressor } from "../compressor.ts";
import type { ContextsResult } from "../core/contexts/contexts-result.ts";
import { CompressorError } from "../core/error.ts";
import type { CompressResult } from "../core/result.ts";
import type {
	CompressContextsOptions,
	CompressOptions,
	ResolvedOptions,
	ScoreOptions,
} from "./compressor-options.ts";
import type { ScoredContexts } from "./contexts/scored-contexts.ts";
import { disposedError } from "./disposed-error.ts";
import type { ScoredText } from "./scored-text.ts";
import { snapshot } from "./snapshot.ts";
import type { Host } from "./whole-compressor.ts";

/** @param openHost asked once, with the first call: what reaches a worker may be code to be loaded, too */
export function createLazyCompressor(
	openHost: () => Host | Promise<Host>,
	resolved: ResolvedOptions,
): Compressor {
	let disposed = false;
	let opening: Promise<Compressor> | undefined;
	let gone: CompressorError | undefined;

	const open = (): Promise<Compressor> => {
		if (gone) return Promise.reject(gone);
		opening ??= load().catch((error: unknown) => {
			opening = undefined;
			throw error;
		});
		return opening;
	};

	const load = async (): Promise<Compressor> => {
		const [{ openCompressor }, host] = await importCode(openHost);
		const whole = openCompressor(host, resolved);
		// Calls that were waiting hear of it from the whole compressor.
		if (disposed) await whole.dispose();
		return whole;
	};

	function score(text: string, options?: ScoreOptions): Promise<ScoredText>;
	function score(contexts: readonly string[], options?: ScoreOptions): Promise<ScoredContexts>;
	async function score(input: string | readonly string[], options?: ScoreOptions) {
		const given = snapshot(options);
		if (typeof input === "string") return (await open()).score(input, given);
		const contexts = snapshot(input);
		return (await open()).score(contexts, given);
	}

	function compress(text: string, options?: CompressOptions): Promise<CompressResult>;
	function compress(contexts: readonly string[], options?: CompressContextsOptions): Promise<ContextsResult>;
	async function compress(
		input: string | readonly string[],
		options?: CompressOptions | CompressContextsOptions,
	) {
		const given = snapshot(options);
		if (typeof input === "string") return (await open()).compress(input, given as CompressOptions);
		const contexts = snapshot(input);
		return (await open()).compress(contexts, given as CompressContextsOptions);
	}

	return {
		async load(options) {
			const given = snapshot(options);
			return (await open()).load(given);
		},

		score,
		compress,

		async dispose() {
			disposed = true;
			await (await opening?.catch(() => undefined))?.dispose();
			// Whoever still holds this holds no more than an error.
			gone = disposedError();
			opening = undefined;
		},
	};
}

async function importCode(openHost: () => Host | Promise<Host>) {
	// Not a `catch` of the promise: bundlers make of `import` what may throw at once.
	try {
		return await Promise.all([import("./whole-compressor.ts"), openHost()]);
	} catch (cause) {
		const message = `The compressor's code could not be loaded: ${String(cause)}`;
		throw new CompressorError("model-load-failed", message, { cause });
	}
}
