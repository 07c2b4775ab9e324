// Which messages of a chat are what the LLM is asked now: the person's last words, which nothing may shorten.
import { isRecord } from "../core/invalid-option.ts";
import { messageTexts } from "./message-texts.ts";

/**
 * Where the current request begins: at the last user message that carries any text, or the first of several user
 * messages in a row that end with it. All that follows belongs to it, an image without a word, say. Without a user
 * message it is the whole chat: 0.
 *
 * @example
 * currentRequest([{ role: "assistant", … }, { role: "user", content: "Look." }, { role: "user", content: [image] }]) // 1
 */
export function currentRequest(messages: readonly unknown[]): number {
	const withText = messages.findLastIndex((message, at) => {
		return isUserMessage(message) && messageTexts(message, at).some(isPersonsText);
	});
	let start = withText >= 0 ? withText : messages.findLastIndex(isUserMessage);
	// Instructions between the user's messages part them no more than they part one answer from the next.
	for (let at = start; at >= 0 && (isUserMessage(messages[at]) || isInstruction(messages[at])); at--) {
		if (isUserMessage(messages[at])) start = at;
	}
	return Math.max(0, start);
}

function isPersonsText({ author, value }: { readonly author: string; readonly value: unknown }): boolean {
	return author === "user" && typeof value === "string" && value.trim() !== "";
}

/** Whether a person speaks: Anthropic sends tools' results with the role "user", too. */
function isUserMessage(message: unknown): boolean {
	if (!isRecord(message) || message.role !== "user") return false;
	const { content } = message;
	const isResult = (part: unknown) => isRecord(part) && part.type === "tool_result";
	return !(Array.isArray(content) && content.length > 0 && content.every(isResult));
}

function isInstruction(message: unknown): boolean {
	return isRecord(message) && (message.role === "system" || message.role === "developer");
}
