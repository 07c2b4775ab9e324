// The page that runs @atjsh/llmlingua-2 as its README does: on the main thread, float32 on wasm. Its files come from
// the same server as everything else instead of the hub and a CDN.
import { offer } from "./offer.ts";
import { env, LLMLingua2, o200kBase, type PeerCompressor, Tiktoken } from "./peer-packages.js";

let compressor: PeerCompressor | undefined;

env.allowLocalModels = false;
env.remoteHost = new URL("models/", document.baseURI).href;
env.remotePathTemplate = "{model}/";
env.backends.onnx.wasm.wasmPaths = new URL("peer-runtime/", document.baseURI).href;

offer({
	async open({ folder, threads }) {
		const { wasm } = env.backends.onnx;
		if (threads !== undefined) wasm.numThreads = threads;
		const factory = folder.includes("xlm-roberta")
			? LLMLingua2.WithXLMRoBERTa
			: LLMLingua2.WithBERTMultilingual;
		const { promptCompressor } = await factory(folder, {
			transformerJSConfig: { device: "wasm", dtype: "fp32" },
			oaiTokenizer: new Tiktoken(o200kBase),
			...(folder.startsWith("xlm-r-large/") && {
				modelSpecificOptions: { use_external_data_format: { "model.onnx": 1 } },
			}),
		});
		compressor = promptCompressor;
		// The runtime writes its own choice there once it has started.
		return { threads: wasm.numThreads ?? 1 };
	},

	async compress(text, rate) {
		if (!compressor) throw new Error("open() comes first");
		return compressor.compress(text, { rate });
	},
});
