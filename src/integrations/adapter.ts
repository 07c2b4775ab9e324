// What all adapters have in common: their options, and what happens when a compression fails.

import { type CompressMessagesOptions, resolveMessagesOptions } from "../chat/message-options.ts";
import type { TextsSummary } from "../chat/shrink-places.ts";
import { checkCompressor } from "../chat/shrink-text.ts";
import type { TextPath } from "../chat/text-place.ts";
import { raceAbort } from "../compressor/abort.ts";
import { tell } from "../compressor/tell.ts";
import { invalidOption, isRecord } from "../core/invalid-option.ts";

/**
 * Who hears of an adapter's work. What a listener throws or rejects with stops nothing: a page hears of it by
 * `reportError`, as of any uncaught error; Node logs it with `console.error`.
 */
export interface AdapterListeners {
	/**
	 * Hears of every compression, before the request goes out: LLM tokens before and after of the texts that became
	 * shorter (0 and 0 if none did), where they lie, and the warnings. Paths begin at what the adapter was given.
	 */
	readonly onCompressed?: ((summary: TextsSummary) => void) | undefined;
	/**
	 * Hears why a request went out as it was, usually a `CompressorError`. Default: `console.warn`. A request that its
	 * own caller aborted is no failure: it rejects with the reason of its signal and is not sent.
	 */
	readonly onError?: ((error: unknown) => void) | undefined;
}

/**
 * Options of `compressMessages`, and listeners. Once the `signal` among them is aborted, nothing is compressed any more
 * and `onError` hears of each request; the signal of a single request is found in the request itself.
 */
export interface AdapterOptions<Message = unknown>
	extends CompressMessagesOptions<Message>,
		AdapterListeners {}

/**
 * Parts the options of the two receivers.
 *
 * @throws CompressorError "invalid-option" at once, not with the first request
 */
export function resolveAdapterOptions<Message>(compressor: unknown, options: AdapterOptions<Message>) {
	checkCompressor(compressor);
	checkOptions(options);
	const { onCompressed, onError, ...messageOptions } = options;
	resolveMessagesOptions(messageOptions);
	return { listeners: resolveListeners({ onCompressed, onError }), messageOptions };
}

/** @throws CompressorError "invalid-option" */
export function checkOptions(options: unknown): void {
	if (!isRecord(options)) throw invalidOption("options", options, "an object");
}

/** @throws CompressorError "invalid-option" */
export function resolveListeners(listeners: AdapterListeners): AdapterListeners {
	for (const [name, listener] of Object.entries(listeners)) {
		if (listener !== undefined && typeof listener !== "function") {
			throw invalidOption(name, listener, "a function");
		}
	}
	const { onCompressed, onError } = listeners;
	return { ...(onCompressed && { onCompressed }), ...(onError && { onError }) };
}

/** What a compression made of a request, and what it did. */
export interface Compressed<T> {
	readonly value: T;
	readonly summary: TextsSummary;
}

/**
 * The compressed request; `original` itself if the compression fails for whatever reason.
 *
 * @param signal the request's own
 * @throws the signal's reason as soon as it is aborted: what is cancelled need not be sent
 */
export async function compressOr<T>(
	original: T,
	listeners: AdapterListeners,
	signal: AbortSignal | null | undefined,
	compress: () => Promise<Compressed<T>>,
): Promise<T> {
	let compressed: Compressed<T>;
	try {
		compressed = await (signal instanceof AbortSignal ? raceAbort(compress(), signal) : compress());
	} catch (error) {
		if (signal?.aborted) throw signal.reason;
		tell(listeners.onError ?? warn, error);
		return original;
	}
	tell(listeners.onCompressed, compressed.summary);
	return compressed.value;
}

/** `options` with a signal that aborts with the request's, too. Foreign kinds of signals are left to the request. */
export function withSignal<Options extends { readonly signal?: AbortSignal | undefined }>(
	options: Options,
	signal: AbortSignal | null | undefined,
): Options {
	if (!(signal instanceof AbortSignal)) return options;
	return { ...options, signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal };
}

/** The same summary with its places somewhere else. */
export function mapPaths(summary: TextsSummary, map: (path: TextPath) => TextPath): TextsSummary {
	return {
		...summary,
		changed: summary.changed.map(map),
		warnings: summary.warnings.map((warning) => ({ ...warning, path: map(warning.path) })),
	};
}

/** Several summaries as one. */
export function joinSummaries(parts: readonly TextsSummary[]): TextsSummary {
	return {
		changed: parts.flatMap(({ changed }) => changed),
		sourceTokens: parts.reduce((sum, { sourceTokens }) => sum + sourceTokens, 0),
		keptTokens: parts.reduce((sum, { keptTokens }) => sum + keptTokens, 0),
		warnings: parts.flatMap(({ warnings }) => warnings),
	};
}

function warn(error: unknown): void {
	console.warn("promptsieve: the prompt goes out as it is, because it could not be compressed.", error);
}
