// What a provider's prompt cache needs: what was sent in one turn comes again in the next, to the byte.
import fc from "fast-check";
import { expect, it } from "vitest";
import { compressMessages } from "./compress-messages.ts";
import { currentRequest } from "./current-request.ts";
import type { CompressMessagesOptions } from "./message-options.ts";
import { thinningCompressor, words } from "./thinning.fixture.ts";

const roles = ["system", "user", "assistant", "tool"] as const;

/** Texts of both sides of `minTokens`, some empty, from few names, so that some come twice. */
const text = fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 12 }));
const message = fc
	.record({ role: fc.constantFrom(...roles), text, inParts: fc.boolean() })
	.map(({ role, text: [name, count], inParts }) => ({
		role,
		content: inParts ? [{ type: "text", text: words(name, count) }] : words(name, count),
	}));
const chat = fc.array(message, { minLength: 1, maxLength: 12 });
const amount = fc.constantFrom<CompressMessagesOptions>(
	{ rate: 0.5 },
	{ targetTokens: 5 },
	{ rate: 0.9, assistant: false },
	{ tool: { rate: 0.2, minTokens: 1 } },
);

async function compressed(messages: readonly { role: string }[], options: CompressMessagesOptions) {
	const result = await compressMessages(thinningCompressor(), messages, { minTokens: 6, ...options });
	return result.messages;
}

it("everything before the current request stays the same when the chat goes on", async () => {
	await fc.assert(
		fc.asyncProperty(chat, chat, amount, async (past, future, options) => {
			const now = await compressed(past, options);
			const later = await compressed([...past, ...future], options);
			const settled = currentRequest(past);
			expect(later.slice(0, settled)).toEqual(now.slice(0, settled));
		}),
	);
});

it("if stable, everything stays the same, but for a trailing message of the assistant", async () => {
	await fc.assert(
		fc.asyncProperty(chat, chat, amount, async (past, future, options) => {
			const now = await compressed(past, { ...options, stable: true });
			const later = await compressed([...past, ...future], { ...options, stable: true });
			const settled = past.at(-1)?.role === "assistant" ? past.length - 1 : past.length;
			expect(later.slice(0, settled)).toEqual(now.slice(0, settled));
		}),
	);
});

it("system messages and the last words of the user are never changed, lengths and roles neither", async () => {
	await fc.assert(
		fc.asyncProperty(chat, amount, fc.boolean(), async (messages, options, stable) => {
			const result = await compressed(messages, { ...options, stable });
			expect(result.map(({ role }) => role)).toEqual(messages.map(({ role }) => role));
			const hasText = (item: (typeof messages)[number]) => /[abc]0/.test(JSON.stringify(item.content));
			const lastUser = messages.findLastIndex((item) => item.role === "user" && hasText(item));
			for (const [index, { role }] of messages.entries()) {
				const isAfter = role === "user" && index >= lastUser;
				if (role === "system" || isAfter) expect(result[index]).toBe(messages[index]);
			}
		}),
	);
});
