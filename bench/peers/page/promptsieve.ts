// The page that runs this library.
import { type Compressor, createCompressor } from "../../../src/index.ts";
import { offer } from "./offer.ts";

let compressor: Compressor | undefined;

offer({
	async open({ folder }) {
		const url = new URL(`models/${folder}/`, document.baseURI).href;
		compressor = createCompressor({
			assetsUrl: "./",
			device: "wasm",
			...(folder !== "embedded" && { model: { id: folder, url } }),
		});
		return compressor.load();
	},

	async compress(text, rate) {
		if (!compressor) throw new Error("open() comes first");
		return (await compressor.compress(text, { rate })).text;
	},
});
