// What this browser keeps of models, for people who want to see it or to be rid of it. The worker writes it
// (worker/files/kept-file.ts); this reads the same caches from the page, without a worker.
import { cachedModelId, modelCacheName, parseEntryUrl } from "./cache-names.ts";

/** A file of a model, or the part of it that has come so far. */
export interface CachedFile {
	/** Where it came from. */
	readonly url: string;
	/** Bytes that are kept. */
	readonly bytes: number;
	/** Whether the whole file is there; the rest of any other is asked for at the next load. */
	readonly complete: boolean;
}

/** A model of which this browser keeps something. */
export interface CachedModel {
	/** The id by which `createCompressor({ model })` named it. */
	readonly id: string;
	/** Bytes of all its files. */
	readonly bytes: number;
	/** In the order of their URLs. */
	readonly files: readonly CachedFile[];
}

/**
 * The models whose files this browser keeps for this origin, by id. The embedded model is never among them: its
 * files lie beside the page's own and are cached like them.
 *
 * Never rejects: where the browser has no such storage, or refuses it (an insecure or opaque origin, Node), nothing
 * is kept and the list is empty.
 *
 * @example
 * for (const { id, bytes } of await cachedModels()) console.log(id, bytes); // "support-mail" 29897846
 */
export async function cachedModels(): Promise<CachedModel[]> {
	try {
		const names = (await globalThis.caches?.keys()) ?? [];
		const ids = names.flatMap((name) => cachedModelId(name) ?? []).sort();
		const models = await Promise.all(ids.map(readModel));
		return models.filter(({ files }) => files.length > 0);
	} catch {
		return [];
	}
}

/**
 * Deletes what this browser keeps of a model. A compressor that has loaded it goes on working, and so does a load
 * that is under way; what that load asks for from then on is kept again.
 *
 * @param id as in {@link cachedModels}
 * @returns whether there was anything to delete; `false` too where the browser has no such storage.
 *
 * @example
 * await deleteCachedModel("support-mail"); // true
 */
export async function deleteCachedModel(id: string): Promise<boolean> {
	try {
		return (await globalThis.caches?.delete(modelCacheName(id))) ?? false;
	} catch {
		return false;
	}
}

async function readModel(id: string): Promise<CachedModel> {
	const cache = await caches.open(modelCacheName(id));
	const files = new Map<string, { url: string; bytes: number; complete: boolean }>();
	for (const { url } of await cache.keys()) {
		const entry = parseEntryUrl(url);
		if (!entry) continue;
		const file = files.get(entry.file) ?? { url: entry.file, bytes: 0, complete: false };
		if (entry.kind === "checked") file.complete = true;
		else file.bytes += entry.end - entry.start;
		files.set(entry.file, file);
	}
	const list = [...files.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
	return { id, bytes: list.reduce((sum, { bytes }) => sum + bytes, 0), files: list };
}
