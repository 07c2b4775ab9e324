// A chat history, made shorter message by message: a list of the same length, roles and shape.
import { snapshot } from "../compressor/snapshot.ts";
import { invalidOption } from "../core/invalid-option.ts";
import { currentRequest } from "./current-request.ts";
import { type CompressMessagesOptions, resolveMessagesOptions } from "./message-options.ts";
import { type MessageText, messageTexts } from "./message-texts.ts";
import { shrinkPlaces, type TextsSummary } from "./shrink-places.ts";
import type { TextCompressor } from "./shrink-text.ts";

/** What {@link compressMessages} gives. */
export interface CompressedMessages<Message> extends TextsSummary {
	/** As many as were given, in order. Those that did not change are the same objects. */
	readonly messages: Message[];
}

/**
 * Makes the older turns of a chat and its tools' results shorter, each text by itself. Takes messages of OpenAI
 * (Chat Completions, or the input items of Responses), of the AI SDK (ModelMessage or UIMessage) and of Anthropic,
 * and gives a list of the same shape, length and roles.
 *
 * As they are stay: system and developer messages; the last user message that has any text, the user messages right
 * before it, and what user and assistant say after it; tool calls, images, files, audio, reasoning, refusals, errors
 * and whatever is unknown; texts of fewer than `minTokens` LLM tokens; and texts that something refers to by place
 * (annotations, citations) or that are signed. A text of JSON stays JSON. Nothing that is given is changed.
 *
 * Give the original history in every turn, never one that was compressed before: a message that was compressed in
 * one turn is then the same, to the byte, in all later ones.
 *
 * @throws CompressorError any code, also if a single text fails; send the original messages then.
 *
 * @example
 * const { messages } = await compressMessages(compressor, history, { rate: 0.6 });
 * await openai.chat.completions.create({ model, messages });
 */
export async function compressMessages<Message>(
	compressor: TextCompressor,
	given: readonly Message[],
	options: CompressMessagesOptions<NoInfer<Message>> = {},
): Promise<CompressedMessages<Message>> {
	if (!Array.isArray(given)) throw invalidOption("messages", given, "an array");
	// The list may grow, or the options change, before the last text is done.
	const messages: readonly Message[] = [...given];
	const { byAuthor, stable, keeps } = resolveMessagesOptions(snapshot(options));
	const request = currentRequest(messages);

	/** Only what never depends on how the chat goes on, but for the one step from "asked now" to "asked before". */
	const mayShrink = (author: MessageText["author"], index: number): boolean => {
		if (author === "tool") return true;
		if (!stable) return index < request;
		return author === "assistant" && index < messages.length - 1;
	};
	const places = messages.flatMap((message, index) =>
		keeps(message, index, messages)
			? []
			: messageTexts(message, index).flatMap(({ author, ...place }) => {
					const own = byAuthor[author];
					return own && mayShrink(author, index) ? [{ ...place, options: own }] : [];
				}),
	);
	const { root, ...summary } = await shrinkPlaces<readonly Message[]>(compressor, messages, places);
	return { messages: [...root], ...summary };
}
