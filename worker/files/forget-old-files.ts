// What a browser keeps of a model from an address where it lay before (another hub, the folder of an older version) is
// of no use once the model has been loaded from where it lies now. Called by load-model.ts.
import { modelCacheName, parseEntryUrl } from "../../src/models/cache-names.ts";

/**
 * Deletes what is kept of the model from outside its folder. Never rejects: where it fails, the files only take up room.
 *
 * @param folder URL with a trailing slash
 */
export async function forgetOldFiles(model: string, folder: string): Promise<void> {
	try {
		const cache = await globalThis.caches?.open(modelCacheName(model));
		for (const { url } of (await cache?.keys()) ?? []) {
			const entry = parseEntryUrl(url);
			if (entry && !entry.file.startsWith(folder)) await cache?.delete(url);
		}
	} catch {
		// No storage, or one that is taken away.
	}
}
