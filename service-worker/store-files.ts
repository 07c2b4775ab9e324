// Stores the files of a version, each checked against its hash. What the browser has in its HTTP cache, because
// the page has just loaded it, is taken from there: nothing is downloaded twice.
import type { FileList, ListedFile } from "./file-list.ts";

/** There is less room than the files need. */
export class NoSpace extends Error {}

/**
 * Stores those of `files` that are not stored yet, one after the other, so that the page's own requests come first.
 *
 * @param freeBytes what the browser still lets this origin store
 * @throws NoSpace before anything is fetched, or when the browser refuses to store more; what this call had
 *   stored is gone again then.
 * @throws TypeError when a file cannot be had or is not what the list says; what was stored before it stays, and
 *   the next call goes on from there.
 */
export async function storeFiles(
	files: readonly ListedFile[],
	{ keyOf, addressOf }: FileList,
	cache: Cache,
	freeBytes: number,
): Promise<void> {
	const stored = new Set((await cache.keys()).map(({ url }) => url));
	const missing = files.filter((file) => !stored.has(keyOf(file)));
	const needed = missing.reduce((sum, { bytes }) => sum + bytes, 0);
	if (needed > freeBytes) throw new NoSpace(`${needed} bytes are needed, ${freeBytes} are free`);
	const added: string[] = [];
	try {
		for (const file of missing) {
			const response = await fetchFile(addressOf(file), file.integrity);
			added.push(keyOf(file));
			await cache.put(keyOf(file), response);
		}
	} catch (error) {
		if (!(error instanceof DOMException && error.name === "QuotaExceededError")) throw error;
		await Promise.all(added.map((key) => cache.delete(key)));
		throw new NoSpace(error.message);
	}
}

/** The hash makes any copy good that has it, however old. */
async function fetchFile(address: string, integrity: string): Promise<Response> {
	try {
		return await attempt(address, { integrity, cache: "only-if-cached" });
	} catch {
		return await attempt(address, { integrity, cache: "reload", priority: "low" });
	}
}

async function attempt(address: string, init: RequestInit): Promise<Response> {
	const response = await fetch(address, { mode: "same-origin", ...init });
	if (!response.ok) throw new TypeError(`${address}: HTTP status ${response.status}`);
	// Browsers refuse a redirected answer where the page itself is asked for.
	return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}
