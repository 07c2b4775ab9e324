// The AI SDK (`ai` 7): prompts on their way to a language model, and UI messages on their way to a server.
import type { LanguageModelMiddleware, PrepareSendMessagesRequest, UIMessage } from "ai";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { type AdapterOptions, compressOr } from "./adapter.ts";
import { messagesCompressor, type RequestOptions, requestCompressor } from "./compress-request.ts";

export type { AdapterOptions, RequestOptions };

/**
 * A middleware for `wrapLanguageModel` that makes each prompt shorter as `compressMessages` does, whatever calls the
 * model: `generateText`, `streamText`, an agent's steps. Answers pass through untouched.
 *
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const middleware = compressionMiddleware(compressor, { rate: 0.6 });
 * // generateText({ model: wrapLanguageModel({ model, middleware }), … })
 */
export function compressionMiddleware(
	compressor: TextCompressor,
	options: RequestOptions = {},
): LanguageModelMiddleware {
	const { listeners, compress } = requestCompressor(compressor, options);
	return {
		specificationVersion: "v4",
		transformParams: ({ params }) =>
			compressOr(params, listeners, params.abortSignal, () => compress(params, "prompt", params.abortSignal)),
	};
}

/**
 * For `DefaultChatTransport`: makes UI messages shorter before they leave the browser. The body is the transport's own,
 * `{...body, id, messages, trigger, messageId}`. The messages on the screen stay as they are.
 *
 * The transport tells nothing of its abort signal here: after `stop()` the text at hand is still read, and nothing sent.
 *
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const prepare = prepareSendMessagesRequest(compressor, { rate: 0.6 });
 * // new DefaultChatTransport({ prepareSendMessagesRequest: prepare })
 */
export function prepareSendMessagesRequest<Message extends UIMessage = UIMessage>(
	compressor: TextCompressor,
	options: AdapterOptions<Message> = {},
): PrepareSendMessagesRequest<Message> {
	const { listeners, compress } = messagesCompressor(compressor, options);
	return async ({ id, messages, body, trigger, messageId }) => {
		const request = { ...body, id, messages, trigger, messageId };
		return { body: await compressOr(request, listeners, undefined, () => compress(request, "messages")) };
	};
}
