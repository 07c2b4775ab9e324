// Wrong options fail where the adapter is made, by name, whichever adapter it is.
import { expect, test } from "vitest";
import type { TextCompressor } from "../chat/shrink-text.ts";
import { compressionMiddleware, prepareSendMessagesRequest } from "./ai-sdk.ts";
import { compressingChatModel } from "./assistant-ui.ts";
import { requestInterceptor } from "./deep-chat.ts";
import {
	compressionMiddleware as agentMiddleware,
	documentCompressor,
	documentTransformer,
} from "./langchain.ts";
import type { ContextsCompressor } from "./langchain-compressor.ts";
import { createCompressingFetch } from "./openai.ts";

const compressor = {
	compress: async () => {
		throw new Error("nothing is compressed here");
	},
};
const make: Readonly<
	Record<string, (compressor: TextCompressor & ContextsCompressor, options: object) => unknown>
> = {
	"ai-sdk": compressionMiddleware,
	"ai-sdk transport": prepareSendMessagesRequest,
	openai: createCompressingFetch,
	"deep-chat": requestInterceptor,
	"assistant-ui": (from, options) => compressingChatModel(from, { run: async () => ({}) }, options),
	"langchain agent": agentMiddleware,
	"langchain compressor": documentCompressor,
	"langchain transformer": documentTransformer,
};

test.each(Object.entries(make))("%s", (_, create) => {
	for (const options of [null, 5, "rate", [], new Map()]) {
		expect(() => create(compressor, options as object)).toThrow(/^options must be an object; got /);
	}
	expect(() => create(compressor, { rate: 2 })).toThrow(/^rate /);
	expect(() => create(compressor, { onError: 5 })).toThrow(/^onError must be a function; got 5/);
});

test.each([undefined, null, {}, { run: 5 }, "model"])(
	"assistant-ui refuses %j as an adapter, by name",
	(adapter) => {
		expect(() => compressingChatModel(compressor, adapter as never)).toThrow(
			/^adapter must be a ChatModelAdapter, .*; got /,
		);
	},
);

test.each(Object.entries(make).filter(([name]) => !/compressor|transformer/.test(name)))(
	"%s takes a blank question as none",
	(_, create) => {
		for (const question of ["", " "]) expect(create(compressor, { question })).toBeTruthy();
	},
);

test("what is undefined is not given, in every adapter", () => {
	const none = { onError: undefined, onCompressed: undefined, rate: undefined, signal: undefined };
	const texts = { ...none, minTokens: undefined, user: undefined, keep: undefined, question: undefined };
	const using: TextCompressor & ContextsCompressor = compressor;
	const made = [
		compressionMiddleware(using, { ...texts, tools: undefined }),
		prepareSendMessagesRequest(using, texts),
		createCompressingFetch(using, { ...texts, tools: undefined, fetch: undefined }),
		requestInterceptor(using, { ...texts, tools: undefined }),
		compressingChatModel(using, { run: async () => ({}) }, texts),
		agentMiddleware(using, texts),
		documentCompressor(using, { ...none, targetTokens: undefined, minPerContext: undefined }),
		documentTransformer(using, { ...none, minTokens: undefined }),
	];
	expect(made).toHaveLength(Object.keys(make).length);
	expect(made.every(Boolean)).toBe(true);
});
