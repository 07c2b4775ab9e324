// assistant-ui: a chat model whose prompts are shorter.
import type { ChatModelAdapter, ThreadMessage } from "@assistant-ui/react";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { replaceAt, type TextPath } from "../chat/text-place.ts";
import { invalidOption } from "../core/invalid-option.ts";
import { type AdapterOptions, compressOr } from "./adapter.ts";
import { messagesCompressor } from "./compress-request.ts";
import type { MessageShape } from "./message-shape.ts";

export type { AdapterOptions };

/**
 * A chat model that hands shorter messages to `adapter`, as `compressMessages` makes them: texts, texts of attachments,
 * results of tools. What the person sees stays as it is. The answers of `adapter` pass through, at once or as a stream.
 *
 * @param adapter the chat model for `useLocalRuntime`
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const echo = { run: async () => ({ content: [{ type: "text" as const, text: "Yes." }] }) };
 * const chatModel = compressingChatModel(compressor, echo, { rate: 0.6 }); // for useLocalRuntime(chatModel)
 */
export function compressingChatModel(
	compressor: TextCompressor,
	adapter: ChatModelAdapter,
	options: AdapterOptions<ThreadMessage> = {},
): ChatModelAdapter {
	const { listeners, compress } = messagesCompressor(compressor, options);
	const run: unknown = Reflect.get(Object(adapter), "run");
	if (typeof run !== "function")
		throw invalidOption("adapter", adapter, "a ChatModelAdapter, which has a run");
	return {
		async *run(request) {
			const { abortSignal } = request;
			const shorter = await compressOr(request, listeners, abortSignal, () =>
				compress(request, "messages", abortSignal, shape),
			);
			const answer = adapter.run(shorter);
			if (Symbol.asyncIterator in answer) yield* answer;
			else yield await answer;
		},
	};
}

/** A text of a message, and the part of an AI SDK's UIMessage that stands for it. */
interface Place {
	readonly path: TextPath;
	readonly part: object;
	readonly key: "text" | "output";
}

const shape: MessageShape<ThreadMessage> = {
	plain: (message) => ({ role: message.role, parts: placesOf(message).map(({ part }) => part) }),
	shorter(message, plain) {
		const parts: readonly object[] = Reflect.get(plain, "parts");
		return replaceAt(
			message,
			placesOf(message).map(({ path, key }, at) => ({ path, value: Reflect.get(parts[at] ?? {}, key) })),
		);
	},
	path(message, [, at, , ...rest]) {
		return [...(placesOf(message)[Number(at)]?.path ?? []), ...rest];
	},
};

function placesOf({ content, attachments = [] }: ThreadMessage): Place[] {
	return [
		...partPlaces(content, ["content"]),
		...attachments.flatMap((attachment, at) =>
			partPlaces(attachment.content, ["attachments", at, "content"]),
		),
	];
}

function partPlaces(parts: ThreadMessage["content"], path: TextPath): Place[] {
	return parts.flatMap((part, at): Place[] => {
		if (part.type === "text") return [{ path: [...path, at, "text"], part, key: "text" }];
		if (part.type !== "tool-call" || part.isError === true) return [];
		// What the model reads of a result, if that is another thing than what the person sees.
		if (part.modelContent === undefined) return resultPlaces(part.result, [...path, at, "result"]);
		return part.modelContent.flatMap((own, index) =>
			own.type === "text" ? resultPlaces(own.text, [...path, at, "modelContent", index, "text"]) : [],
		);
	});
}

function resultPlaces(output: unknown, path: TextPath): Place[] {
	if (output === undefined) return [];
	return [{ path, part: { type: "dynamic-tool", state: "output-available", output }, key: "output" }];
}
