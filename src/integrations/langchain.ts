// LangChain.js 1: retrieved documents, documents on their way into an index, and the messages of an agent.
import type { BaseMessage } from "@langchain/core/messages";
import type { AgentMiddleware } from "langchain";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { type AdapterOptions, compressOr } from "./adapter.ts";
import { messagesCompressor } from "./compress-request.ts";
import { langchainShape } from "./langchain-messages.ts";

export {
	type ContextsCompressor,
	type DocumentCompressorOptions,
	documentCompressor,
} from "./langchain-compressor.ts";
export {
	type DocumentTransformerOptions,
	documentTransformer,
	type SieveDocumentTransformer,
} from "./langchain-transformer.ts";
export type { AdapterOptions };

/**
 * A middleware for `createAgent` that makes the messages of each model call shorter, as `compressMessages` does. The
 * agent's state keeps them as they are, so that nothing is compressed twice.
 *
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const middleware = [compressionMiddleware(compressor, { stable: true, rate: 0.6 })];
 * // createAgent({ model, tools, middleware })
 */
export function compressionMiddleware(
	compressor: TextCompressor,
	options: AdapterOptions<BaseMessage> = {},
): AgentMiddleware<undefined, undefined, unknown, readonly [], readonly []> {
	const { listeners, compress } = messagesCompressor(compressor, options);
	return {
		name: "PromptSieveMiddleware",
		wrapModelCall: async (request, handler) => {
			const { signal } = request.runtime;
			return handler(
				await compressOr(request, listeners, signal, () =>
					compress(request, "messages", signal, langchainShape),
				),
			);
		},
	};
}
