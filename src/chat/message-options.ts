// The options of `compressMessages`, and their checks.

import type { QuestionOptions } from "../compressor/compressor-options.ts";
import { checkQuestion, checkSignal } from "../compressor/shared-checks.ts";
import { invalidOption } from "../core/invalid-option.ts";
import type { Author } from "./message-texts.ts";
import type { ShrinkOptions } from "./shrink-text.ts";
import { checkIsObject, checkTextOptions, inheritTextOptions, type TextOptions } from "./text-options.ts";

/** Options of {@link compressMessages}. What a message becomes depends on its own text and on these alone. */
export interface CompressMessagesOptions<Message = unknown> extends TextOptions, QuestionOptions {
	/** Default 50: a short message says little that could go. */
	readonly minTokens?: number | undefined;
	/**
	 * What differs for the texts of the user. `false`: they stay as they are. An amount given here replaces the
	 * general one.
	 *
	 * @example
	 * const options: CompressMessagesOptions = { rate: 0.6, user: false, tool: { targetTokens: 400 } };
	 */
	readonly user?: TextOptions | false | undefined;
	/** What differs for the texts of the assistant, as for `user`. */
	readonly assistant?: TextOptions | false | undefined;
	/** What differs for the results of tools, as for `user`. */
	readonly tool?: TextOptions | false | undefined;
	/**
	 * How much of the list stays the same when the chat goes on. Default false: everything before the last user
	 * messages. True: everything, for providers' prompt caches; user messages then stay as they are for good, and
	 * the assistant's texts are compressed from their first request on, except in a trailing message.
	 */
	readonly stable?: boolean | undefined;
	/**
	 * Further messages that stay as they are: the number of trailing ones, or a function that says so. A message
	 * that is kept in one turn and not in a later one changes there.
	 *
	 * @example
	 * await compressMessages(compressor, history, { keep: (message) => message.role === "tool" });
	 */
	readonly keep?:
		| number
		| ((message: Message, index: number, messages: readonly Message[]) => boolean)
		| undefined;
	/**
	 * See {@link QuestionOptions.question}. With another question, every message becomes another one: give one that
	 * stays the same for the whole chat, or none. The last user message is not taken as one by itself.
	 */
	readonly question?: string | undefined;
}

/** {@link CompressMessagesOptions} with every default in its place; null: such texts stay as they are. */
export interface ResolvedMessagesOptions<Message> {
	readonly byAuthor: Readonly<Record<Author, ShrinkOptions | null>>;
	readonly stable: boolean;
	readonly keeps: (message: Message, index: number, messages: readonly Message[]) => boolean;
}

/** @throws CompressorError "invalid-option" that names the option and the value */
export function resolveMessagesOptions<Message>(
	options: CompressMessagesOptions<Message>,
): ResolvedMessagesOptions<Message> {
	checkIsObject("options", options);
	const { user, assistant, tool, stable = false, keep = 0, question, signal, ...base } = options;
	checkTextOptions(base);
	checkQuestion(question);
	checkSignal(signal);
	if (typeof stable !== "boolean") throw invalidOption("stable", stable, "true or false");
	if (stable && user) throw invalidOption("user", user, "false or left out with stable: true");
	if (typeof keep !== "function" && !(Number.isSafeInteger(keep) && keep >= 0)) {
		throw invalidOption("keep", keep, "an integer ≥ 0 or a function");
	}
	const given = { user, assistant, tool };
	const general = { ...base, minTokens: base.minTokens ?? 50 };
	const shared = { ...(question !== undefined && { question }), ...(signal && { signal }) };
	const optionsOf = (author: Author): ShrinkOptions | null => {
		const { [author]: own = {} } = given;
		if (own === false) return null;
		checkTextOptions(own, author);
		const inherited = inheritTextOptions(general, own);
		return { ...inherited, minTokens: own.minTokens ?? general.minTokens, ...shared };
	};
	return {
		byAuthor: { user: optionsOf("user"), assistant: optionsOf("assistant"), tool: optionsOf("tool") },
		stable,
		keeps: typeof keep === "function" ? keep : (_, index, { length }) => index >= length - keep,
	};
}
