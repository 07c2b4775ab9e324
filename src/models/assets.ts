// Where the library's own files lie: the embedded model and onnxruntime-web's wasm, under one folder.

export interface AssetUrls {
	/** Folder of onnxruntime-web's wasm files, absolute, with a trailing slash. */
	readonly wasmUrl: string;
	/** Folder of the embedded model, absolute, with a trailing slash. */
	readonly embeddedModelUrl: string;
}

/**
 * Resolves the two asset folders, `ort/` and `models/embedded/`.
 *
 * @param assetsUrl Folder that holds both, absolute or relative to `baseUrl`. Default: `assets/` in the
 *   package (dist/lib/assets/, beside src/ and worker/).
 * @param baseUrl What a relative `assetsUrl` is relative to: the document's base URL.
 * @throws TypeError when the URL cannot be parsed.
 *
 * @example
 * resolveAssets("/static", "https://example.org/app/").wasmUrl; // "https://example.org/static/ort/"
 */
export function resolveAssets(assetsUrl: string | URL | undefined, baseUrl: string | undefined): AssetUrls {
	const folder =
		assetsUrl === undefined
			? new URL(packagedAssets, import.meta.url)
			: withTrailingSlash(new URL(assetsUrl, baseUrl));
	return {
		wasmUrl: new URL("ort/", folder).href,
		embeddedModelUrl: new URL("models/embedded/", folder).href,
	};
}

// Not written inside `new URL(…, import.meta.url)`: bundlers would take the folder for a file to copy.
const packagedAssets = "../../assets/";

function withTrailingSlash(url: URL): URL {
	return url.pathname.endsWith("/") ? url : new URL(`${url.pathname}/`, url);
}
