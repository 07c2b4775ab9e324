// Files as hosts send them: scripts, wasm and JSON with brotli, models as they are.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { cacheFolder } from "./cache-folder.js";

const folder = `${cacheFolder}brotli/`;
const compressible = new Set([".html", ".js", ".mjs", ".css", ".json", ".svg", ".wasm", ".webmanifest"]);

/** Hosts compress once and better than this; the slowest settings take a minute for the runtimes. */
const quality = 9;

/**
 * @param {string} path
 * @returns {{ path: string, encoding?: "br" }} what to send of the file; made when first asked for
 */
export function compressedFile(path) {
	if (!compressible.has(extname(path))) return { path };
	const { size, mtimeMs } = statSync(path);
	const name = createHash("sha256")
		.update(`${path} ${size} ${mtimeMs} ${quality}`)
		.digest("hex")
		.slice(0, 32);
	const made = `${folder}${name}`;
	if (!existsSync(made)) {
		mkdirSync(folder, { recursive: true });
		const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
		writeFileSync(`${made}.part`, brotliCompressSync(readFileSync(path), { params }));
		renameSync(`${made}.part`, made);
	}
	return { path: made, encoding: "br" };
}
