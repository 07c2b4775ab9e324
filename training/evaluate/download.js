// The download for WASM: what a server with brotli sends of model and tokenizer, in bytes, as JSON.
//
//   node download.js MODEL_FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const folder = process.argv[2] ?? "";
/** @param {string} file */
const read = (file) => readFileSync(join(folder, file));
const manifest = JSON.parse(read("manifest.json").toString());

/** @param {Buffer} content */
function compressed(content) {
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 11,
		[constants.BROTLI_PARAM_LGWIN]: 24,
		[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
	};
	return brotliCompressSync(content, { params }).length;
}

const model = compressed(read(manifest.variants.wasm.file));
const tokenizer = compressed(read(manifest.tokenizer));
console.log(JSON.stringify({ model, tokenizer, total: model + tokenizer }));
