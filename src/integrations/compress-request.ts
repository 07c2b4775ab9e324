// A request that holds messages, and tools where that is asked for: what all adapters for chats do.
import { compressMessages } from "../chat/compress-messages.ts";
import { type CompressToolsOptions, compressTools } from "../chat/compress-tools.ts";
import type { TextsSummary } from "../chat/shrink-places.ts";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { checkTextOptions } from "../chat/text-options.ts";
import {
	type AdapterListeners,
	type AdapterOptions,
	type Compressed,
	checkOptions,
	joinSummaries,
	mapPaths,
	resolveAdapterOptions,
	withSignal,
} from "./adapter.ts";
import { compressShaped, type MessageShape } from "./message-shape.ts";

/** Options of adapters that see the tools of a request, too. */
export interface RequestOptions<Message = unknown> extends AdapterOptions<Message> {
	/**
	 * Whether the descriptions of tools become shorter: false, the default; true, as `compressTools` does it by default;
	 * or its options.
	 */
	readonly tools?: boolean | Omit<CompressToolsOptions, "signal"> | undefined;
}

/** Compresses the lists in a request. */
export interface RequestCompressor<Message> {
	readonly listeners: AdapterListeners;
	/**
	 * @param key of the messages
	 * @param signal the request's own
	 * @param shape of the messages; default: one that `compressMessages` knows
	 * @returns the request itself where nothing became shorter
	 * @throws whatever the compressor throws
	 */
	compress<Request extends object>(
		request: Request,
		key: string,
		signal?: AbortSignal | null,
		shape?: MessageShape<Message>,
	): Promise<Compressed<Request>>;
}

/**
 * For requests of which the messages alone become shorter.
 *
 * @throws CompressorError "invalid-option"
 */
export function messagesCompressor<Message>(
	compressor: TextCompressor,
	options: AdapterOptions<Message>,
): RequestCompressor<Message> {
	const { listeners, messageOptions } = resolveAdapterOptions(compressor, options);
	return {
		listeners,
		async compress(request, key, signal, shape) {
			// What is no list is refused by name below.
			const list = Reflect.get(request, key) as readonly Message[];
			const own = withSignal(messageOptions, signal);
			const { messages, ...summary } = shape
				? await compressShaped(compressor, list, shape, own)
				: await compressMessages<Message>(compressor, list, own);
			return replaced(request, key, messages, summary);
		},
	};
}

/**
 * For requests of which the tools may become shorter, too.
 *
 * @throws CompressorError "invalid-option"
 */
export function requestCompressor<Message>(
	compressor: TextCompressor,
	options: RequestOptions<Message>,
): RequestCompressor<Message> {
	checkOptions(options);
	const { tools = false, ...others } = options;
	const { listeners, compress } = messagesCompressor(compressor, others);
	const toolOptions = tools === true ? {} : tools;
	if (toolOptions === false) return { listeners, compress };
	checkTextOptions(toolOptions, "tools");
	return {
		listeners,
		async compress(request, key, signal, shape) {
			const first = await compress(request, key, signal, shape);
			const list: unknown = Reflect.get(request, "tools");
			if (!Array.isArray(list)) return first;
			const { signal: ended } = withSignal(others.signal ? { signal: others.signal } : {}, signal);
			const { tools: shorter, ...summary } = await compressTools(compressor, list, {
				...toolOptions,
				...(ended && { signal: ended }),
			});
			const second = replaced(first.value, "tools", shorter, summary);
			return { value: second.value, summary: joinSummaries([first.summary, second.summary]) };
		},
	};
}

function replaced<Request extends object>(
	request: Request,
	key: string,
	value: unknown,
	summary: TextsSummary,
): Compressed<Request> {
	return {
		value: summary.changed.length > 0 ? { ...request, [key]: value } : request,
		summary: mapPaths(summary, (path) => [key, ...path]),
	};
}
