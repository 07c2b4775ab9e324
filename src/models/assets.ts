// Where the library's own files lie: its worker, the embedded model and onnxruntime-web's wasm.
import type { FileUrls } from "./model-spec.ts";
import { packageFiles, packageFolder, workerLiesInFolder } from "./package-files.ts";

export interface AssetUrls {
	/** The worker's script, absolute. */
	readonly workerUrl: string;
	/** Folder of onnxruntime-web's wasm files, absolute, with a trailing slash. */
	readonly wasmUrl: string;
	/** Those of its files that lie elsewhere. */
	readonly wasmFiles?: FileUrls;
	/** Folder of the embedded model, absolute, with a trailing slash. */
	readonly embeddedModelUrl: string;
	/** Those of its files that lie elsewhere. */
	readonly embeddedModelFiles?: FileUrls;
}

/**
 * Resolves the worker and the two asset folders, `ort/` and `models/embedded/`.
 *
 * @param assetsUrl Folder that holds them as the package's own does, absolute or relative to `baseUrl`. Default:
 *   the package's own files, each where the bundler that built the page has put it.
 * @param baseUrl What a relative `assetsUrl` is relative to: the document's base URL.
 * @throws TypeError when the URL cannot be parsed.
 *
 * @example
 * resolveAssets("/static", "https://example.org/app/").wasmUrl; // "https://example.org/static/ort/"
 */
export function resolveAssets(assetsUrl: string | URL | undefined, baseUrl: string | undefined): AssetUrls {
	const given = assetsUrl === undefined ? undefined : withTrailingSlash(new URL(assetsUrl, baseUrl));
	const folder = given ?? packageFolder();
	const worker = packageFiles["worker.js"];
	const folders = {
		workerUrl: worker && !(given && workerLiesInFolder) ? worker() : new URL("worker.js", folder).href,
		wasmUrl: new URL("ort/", folder).href,
		embeddedModelUrl: new URL("models/embedded/", folder).href,
	};
	return given
		? folders
		: { ...folders, wasmFiles: filesBelow("ort/"), embeddedModelFiles: filesBelow("models/embedded/") };
}

function filesBelow(folder: string): FileUrls {
	return Object.fromEntries(
		Object.entries(packageFiles).flatMap(([path, locate]) =>
			path.startsWith(folder) ? [[path.slice(folder.length), locate()]] : [],
		),
	);
}

function withTrailingSlash(url: URL): URL {
	return url.pathname.endsWith("/") ? url : new URL(`${url.pathname}/`, url);
}
