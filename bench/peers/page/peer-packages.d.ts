// Types of what is used of them: the packages are installed for `npm run bench:peers` alone, not for the type check.

export interface PeerCompressor {
	compress(text: string, options: { rate: number }): Promise<string>;
}

interface PeerOptions {
	transformerJSConfig: { device: "wasm"; dtype: "fp32" };
	oaiTokenizer: Tiktoken;
	modelSpecificOptions?: { use_external_data_format: Record<string, number> };
}

type PeerFactory = (folder: string, options: PeerOptions) => Promise<{ promptCompressor: PeerCompressor }>;

export const LLMLingua2: { WithXLMRoBERTa: PeerFactory; WithBERTMultilingual: PeerFactory };

export const env: {
	allowLocalModels: boolean;
	remoteHost: string;
	remotePathTemplate: string;
	backends: { onnx: { wasm: { wasmPaths?: string; numThreads?: number } } };
};

export const o200kBase: unknown;

export class Tiktoken {
	constructor(ranks: unknown);
	encode(text: string): number[];
}
