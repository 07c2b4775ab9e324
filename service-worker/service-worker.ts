// The page's service worker: stores one version of the page, whole, and answers for it from then on, with or
// without a network. A new version waits until the person wants it or every tab is closed.
import { createFileList, type ListedFile } from "./file-list.ts";
import type { PageMessage, ServiceWorkerMessage } from "./messages.ts";
import { NoSpace, storeFiles } from "./store-files.ts";

// The build puts the list in place of `self.__WB_MANIFEST`.
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly ListedFile[] };

const { scope } = self.registration;
const list = createFileList(self.__WB_MANIFEST, scope);
/** Other folders of this origin may have pages like this one. */
const openCache = (): Promise<Cache> => caches.open(`promptsieve ${scope}`);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
	const message = event.data as PageMessage;
	if (message.kind === "activate") event.waitUntil(self.skipWaiting());
	else event.waitUntil(keep(message.device, event.source));
});
self.addEventListener("fetch", (event) => {
	const { request } = event;
	if (request.method !== "GET") return;
	const file = list.at(request.url);
	if (file) event.respondWith(answer(request, list.keyOf(file)));
	else if (request.url.startsWith(`${scope}assets/`)) event.respondWith(answer(request, request.url));
});

async function install(): Promise<void> {
	try {
		const cache = await openCache();
		const stored = await cache.keys();
		// The version before may have kept the files of a device; this one has others in their place.
		const kept = new Set(stored.map(({ url }) => list.at(url)?.device));
		await store(cache, ({ device }) => device === undefined || kept.has(device));
	} catch (error) {
		const clients = await self.clients.matchAll({ includeUncontrolled: true });
		for (const client of clients) client.postMessage(notKept(error));
		throw error;
	}
}

async function activate(): Promise<void> {
	await self.clients.claim();
	await removeOldFiles();
}

/** Also heals what has gone from the cache since. */
async function keep(device: string, asker: ExtendableMessageEvent["source"]): Promise<void> {
	let message: ServiceWorkerMessage = { kind: "kept" };
	try {
		await store(await openCache(), (file) => file.device === undefined || file.device === device);
		await removeOldFiles();
	} catch (error) {
		message = notKept(error);
	}
	asker?.postMessage(message);
}

async function store(cache: Cache, isWanted: (file: ListedFile) => boolean): Promise<void> {
	const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
	await storeFiles(list.files.filter(isWanted), list, cache, quota - usage);
}

/** Not while another tab may still run the version before, nor while the next one counts on what is there. */
async function removeOldFiles(): Promise<void> {
	const { installing, waiting } = self.registration;
	const clients = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
	if (installing || waiting || clients.length > 1) return;
	const cache = await openCache();
	const current = new Set(list.files.map(list.keyOf));
	const stored = await cache.keys();
	await Promise.all(stored.filter(({ url }) => !current.has(url)).map((request) => cache.delete(request)));
}

/**
 * The stored file, else the server's. A request that wants no stored file ("reload") has found a bad one.
 * For a key without a hash any version's file will do: the names under `assets/` carry a hash themselves.
 */
async function answer(request: Request, key: string): Promise<Response> {
	const cache = await openCache();
	if (request.cache === "reload") await cache.delete(key);
	const stored = await cache.match(key, { ignoreVary: true, ignoreSearch: key === request.url });
	return stored ?? fetch(request);
}

function notKept(error: unknown): ServiceWorkerMessage {
	return { kind: "not-kept", why: error instanceof NoSpace ? "no-space" : "failed" };
}
