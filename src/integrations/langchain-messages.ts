// LangChain's messages as `compressMessages` knows them.
import type { BaseMessage } from "@langchain/core/messages";
import { canCopyMessage, messageWith } from "./langchain-copies.ts";
import type { MessageShape } from "./message-shape.ts";

/** Roles that differ from the type's own name; a message of another type has no role that is known. */
const roles: Readonly<Record<string, string>> = { human: "user", ai: "assistant" };

/**
 * Copies keep their class, of LangChain's own, and all fields but `content`, also where they are written as JSON. A
 * message of no such class stays as it is.
 */
export const langchainShape: MessageShape<BaseMessage> = {
	plain(message) {
		const type = message.getType();
		const role = type === "generic" ? Reflect.get(message, "role") : (roles[type] ?? type);
		// What a tool complains of is what the LLM has to act on.
		if (Reflect.get(message, "status") === "error") return { role };
		return canCopyMessage(message) ? { role, content: message.content } : { role };
	},
	shorter(message, plain) {
		const content: BaseMessage["content"] = Reflect.get(plain, "content");
		// OpenAI's Responses API answers with the text twice, and LangChain sends this one.
		const { output: _, ...response_metadata } = message.response_metadata;
		const changes = { content, response_metadata };
		return messageWith(message, { ...changes, lc_kwargs: { ...Object(message.lc_kwargs), ...changes } });
	},
	path: (_, path) => path,
};
