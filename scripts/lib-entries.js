// What the package offers as modules: name of the file in dist/lib → source. package.json's `exports` point at them.

/** For browsers and servers: they share their chunks. @type {Readonly<Record<string, string>>} */
export const entries = {
	index: "src/index.ts",
	node: "src/node/index.ts",
	element: "src/element/prompt-sieve-element.ts",
	"element-define": "src/element/define.ts",
	models: "src/models/models.ts",
	"ai-sdk": "src/integrations/ai-sdk.ts",
	langchain: "src/integrations/langchain.ts",
	openai: "src/integrations/openai.ts",
	"deep-chat": "src/integrations/deep-chat.ts",
	"assistant-ui": "src/integrations/assistant-ui.ts",
};

/** Threads: one self-contained file each. @type {Readonly<Record<string, string>>} */
export const workers = {
	"promptsieve/worker": "worker/main.ts",
	"node-worker": "worker/node/main.ts",
};
