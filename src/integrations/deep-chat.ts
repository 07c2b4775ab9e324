// deep-chat 2: a request interceptor, for its own messages and for those of the services that it speaks to.
import type { TextCompressor } from "../chat/shrink-text.ts";
import { isRecord } from "../core/invalid-option.ts";
import { compressOr } from "./adapter.ts";
import { type RequestOptions, requestCompressor } from "./compress-request.ts";
import type { MessageShape } from "./message-shape.ts";

export type { RequestOptions };

/**
 * For deep-chat's `requestInterceptor`. Of a request to your own server (`connect`) the texts of `messages` become shorter
 * as `compressMessages` does it; of one to a service (`directConnection`) its `messages` or `input`. Forms with files,
 * other bodies and headers pass through untouched.
 *
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const interceptor = requestInterceptor(compressor, { rate: 0.6 });
 * // element.requestInterceptor = interceptor;
 * // element.requestBodyLimits = { maxMessages: -1 }; // the whole chat, not its last message alone
 */
export function requestInterceptor(
	compressor: TextCompressor,
	options: RequestOptions<Record<string, unknown>> = {},
): <Details extends { body: unknown }>(details: Details) => Promise<Details> {
	const { listeners, compress } = requestCompressor(compressor, options);
	return async (details) => {
		const { body } = details;
		if (!isRecord(body)) return details;
		const key = ["messages", "input"].find((name) => isMessages(body[name]));
		if (key === undefined) return details;
		const sent = await compressOr(body, listeners, undefined, () => compress(body, key, undefined, shape));
		return sent === body ? details : { ...details, body: sent };
	};
}

function isMessages(list: unknown): boolean {
	return Array.isArray(list) && list.every(isRecord);
}

/** A message of deep-chat is `{role: "user" | "ai", text?, files?, …}`; all others are as their service knows them. */
const shape: MessageShape<Record<string, unknown>> = {
	plain: (message) => (isOwn(message) ? { role: roleOf(message), content: message.text } : message),
	shorter: (message, plain) =>
		isOwn(message) ? { ...message, text: Reflect.get(plain, "content") } : { ...message, ...plain },
	path: (message, path) => (isOwn(message) ? ["text"] : path),
};

function isOwn(message: Record<string, unknown>): boolean {
	return typeof message.text === "string" && !("content" in message);
}

function roleOf({ role }: Record<string, unknown>): unknown {
	return role === "ai" ? "assistant" : role;
}
