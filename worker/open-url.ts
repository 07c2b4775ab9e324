// Opens a URL for load-files.ts, also one that `fetch` cannot open or may not.

/** By protocol. A Node thread adds "file:". */
export const openers = new Map<string, (url: string) => Promise<Response>>([["data:", openData]]);

/** @throws what `fetch` throws when there is no answer at all. */
export function openUrl(url: string, cache: RequestCache): Promise<Response> {
	const open = openers.get(new URL(url).protocol);
	return open ? open(url) : fetch(url, { cache });
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
