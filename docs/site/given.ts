// What the examples of the guides and comments suppose to be there: the reader's own texts, elements and clients.
import type OpenAI from "openai";
import type { Compressor, ScoredText } from "promptsieve";

export declare const compressor: Compressor;
export declare const scored: ScoredText;

export declare const text: string;
export declare const prompt: string;
export declare const transcript: string;
export declare const question: string;
/** Retrieved texts. */
export declare const passages: string[];
export declare const signal: AbortSignal;

/** `<input type="range" min="0" max="1" step="0.01">` */
export declare const slider: HTMLInputElement;
export declare function show(what: unknown): void;

/** A chat, the tools it may call, and the client and model that it goes to. */
export declare const history: OpenAI.ChatCompletionMessageParam[];
export declare const definitions: OpenAI.ChatCompletionTool[];
export declare const openai: OpenAI;
export declare const model: string;
