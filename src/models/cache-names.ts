// How the browser's cache names what it keeps of models: a cache for each model, and in it the parts of each file.
// Shared by the worker, which writes (worker/files/kept-file.ts), and by model-cache.ts, which lists and deletes.

const cachePrefix = "promptsieve-model:";

/** Reserved by RFC 2606: no request of anybody's can be answered with a part by mistake. */
const entryOrigin = "https://promptsieve.invalid";

/** Name of the cache that keeps the files of the model of this id. */
export function modelCacheName(id: string): string {
	return `${cachePrefix}${id}`;
}

/** The id of the model that the cache of this name keeps; `undefined` for a cache of anything else. */
export function cachedModelId(name: string): string | undefined {
	return name.startsWith(cachePrefix) ? name.slice(cachePrefix.length) : undefined;
}

/** Which content of a file it is: one URL may give another tomorrow. */
export interface Edition {
	/** Whole size in bytes. */
	readonly total: number;
	/** The server's word that two contents are the same: ETag or date; "" where it gives none. */
	readonly validator: string;
}

/** An entry of a model's cache: bytes `start` to `end` of a file, or the mark that all of them have proved good. */
export interface CacheEntry extends Edition {
	readonly kind: "part" | "checked";
	/** The file's URL. */
	readonly file: string;
	/** What the manifest says of the file: its SHA-256, else its size, else "". */
	readonly version: string;
	readonly start: number;
	readonly end: number;
}

/** The key of an entry. Everything about it is in there, so that a list of keys tells what is kept. */
export function entryUrl({ kind, file, version, validator, total, start, end }: CacheEntry): string {
	return [entryOrigin, kind, ...[file, version, validator, total, start, end].map(encodeURIComponent)].join(
		"/",
	);
}

/** The inverse of `entryUrl`; `undefined` for a key of anything else. */
export function parseEntryUrl(url: string): CacheEntry | undefined {
	if (!url.startsWith(`${entryOrigin}/`)) return undefined;
	const [kind, ...fields] = url.slice(entryOrigin.length + 1).split("/");
	if ((kind !== "part" && kind !== "checked") || fields.length !== 6) return undefined;
	const [file = "", version = "", validator = "", ...numbers] = fields.map(decodeURIComponent);
	const [total = 0, start = 0, end = 0] = numbers.map(Number);
	return { kind, file, version, validator, total, start, end };
}
