// What the peer's page needs of the packages in bench/peers/node_modules.
export { LLMLingua2 } from "@atjsh/llmlingua-2";
export { env } from "@huggingface/transformers";
export { Tiktoken } from "js-tiktoken/lite";
export { default as o200kBase } from "js-tiktoken/ranks/o200k_base";
