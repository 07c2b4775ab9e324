// Messages of libraries that `compressMessages` does not know, by way of messages that it knows.
import { type CompressedMessages, compressMessages } from "../chat/compress-messages.ts";
import type { CompressMessagesOptions } from "../chat/message-options.ts";
import type { TextCompressor } from "../chat/shrink-text.ts";
import type { TextPath } from "../chat/text-place.ts";
import { mapPaths } from "./adapter.ts";

/** How the messages of a library are read and written. */
export interface MessageShape<Message> {
	/** The message as `compressMessages` knows it; what must not change may be left out. */
	plain(message: Message): object;
	/** Another message with the texts of `plain`, one that {@link plain} gave and that has become shorter. */
	shorter(message: Message, plain: object): Message;
	/** The place in `message` of a place in its plain one. */
	path(message: Message, path: TextPath): TextPath;
}

/** `compressMessages` for messages of another shape. Those that did not change are the same objects. */
export async function compressShaped<Message>(
	compressor: TextCompressor,
	messages: readonly Message[],
	shape: MessageShape<Message>,
	{ keep, ...options }: CompressMessagesOptions<Message>,
): Promise<CompressedMessages<Message>> {
	const plain = messages.map(shape.plain);
	const { messages: shorter, ...summary } = await compressMessages<object>(compressor, plain, {
		...options,
		...(typeof keep === "number" && { keep }),
		...(typeof keep === "function" && {
			keep: (_: object, index: number) =>
				messages.slice(index, index + 1).some((own) => keep(own, index, messages)),
		}),
	});
	const placed = mapPaths(summary, ([index, ...rest]) => {
		const own = messages.slice(Number(index), Number(index) + 1);
		return [Number(index), ...own.flatMap((message) => shape.path(message, rest))];
	});
	return {
		messages: messages.map((message, at) => {
			const own = shorter[at];
			return own === undefined || own === plain[at] ? message : shape.shorter(message, own);
		}),
		...placed,
	};
}
