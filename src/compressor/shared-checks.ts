// The checks of options that chats and adapters have as well as calls: before the first call these are loaded alone.
import { invalidOption } from "../core/invalid-option.ts";

export function checkQuestion(question: unknown): void {
	if (question !== undefined && typeof question !== "string")
		throw invalidOption("question", question, "a string");
}

export function checkSignal(signal: unknown): void {
	if (signal === undefined || signal instanceof AbortSignal) return;
	throw invalidOption("signal", signal, "an AbortSignal");
}
