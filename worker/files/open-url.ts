// Opens a URL for download.ts, also one that `fetch` cannot open or may not.

/** By protocol. A Node thread adds "file:". */
export const openers = new Map<string, (url: string) => Promise<Response>>([["data:", openData]]);

export interface OpenOptions {
	readonly cache: RequestCache;
	/** First byte that is wanted. Default 0. The answer tells whether the server has heard. */
	readonly from?: number;
	/** Default "GET". */
	readonly method?: "GET" | "HEAD";
	readonly signal?: AbortSignal;
}

/** @throws what `fetch` throws when there is no answer at all. */
export function openUrl(url: string, { cache, from = 0, method, signal }: OpenOptions): Promise<Response> {
	const open = openers.get(new URL(url).protocol);
	if (open) return open(url);
	return fetch(url, {
		cache,
		...(method && { method }),
		...(signal && { signal }),
		// `Range` alone crosses origins without a preflight, which the hub's storage refuses. `If-Range` would bring
		// one; in its place the answer's validator is compared.
		...(from > 0 && { headers: { Range: `bytes=${from}-` } }),
	});
}

/** Whether the URL is one of a server, which may break off and be asked again. */
export function isOnServer(url: string): boolean {
	return /^https?:/i.test(url);
}

/** Bundlers put small files into the URL; a content security policy lets nobody fetch from there. */
async function openData(url: string): Promise<Response> {
	const comma = url.indexOf(",");
	const content = decodeURIComponent(url.slice(comma + 1));
	return new Response(
		url.slice(0, comma).endsWith(";base64")
			? Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
			: content,
	);
}
