import { afterEach, expect, test, vi } from "vitest";
import { createFileList, type ListedFile } from "./file-list.ts";
import { NoSpace, storeFiles } from "./store-files.ts";

const files: ListedFile[] = ["index.html", "a.js", "b.wasm"].map((url) => ({
	url,
	integrity: `sha256-${url}`,
	bytes: 100,
}));
const list = createFileList(files, "https://host.example/");

/** As much of a cache as is used, with room for `room` entries. */
function fakeCache(room = Number.POSITIVE_INFINITY) {
	const stored = new Map<string, Response>();
	const cache = {
		keys: async () => [...stored.keys()].map((url) => new Request(url)),
		put: async (key: string, response: Response) => {
			if (stored.size >= room) throw new DOMException("full", "QuotaExceededError");
			stored.set(key, response);
		},
		delete: async (key: string) => stored.delete(key),
	};
	return { cache: cache as unknown as Cache, stored };
}

/** Answers from the HTTP cache for `inCache`, from the network for the rest but `gone`. */
function stubFetch({ inCache = [] as string[], gone = [] as string[] } = {}): string[] {
	const downloads: string[] = [];
	vi.stubGlobal("fetch", async (url: string, { cache, integrity }: RequestInit) => {
		expect(integrity).toMatch(/^sha256-/);
		if (cache === "only-if-cached") {
			if (!inCache.includes(url)) throw new TypeError("Failed to fetch");
		} else {
			if (gone.includes(url)) return new Response("", { status: 404 });
			downloads.push(url);
		}
		return new Response(url);
	});
	return downloads;
}

afterEach(() => {
	vi.unstubAllGlobals();
});

test("takes from the HTTP cache what is there, and downloads the rest", async () => {
	const downloads = stubFetch({ inCache: ["https://host.example/b.wasm"] });
	const { cache, stored } = fakeCache();
	await storeFiles(files, list, cache, 300);
	expect([...stored.keys()]).toEqual(files.map(list.keyOf));
	expect(downloads).toEqual(["https://host.example/", "https://host.example/a.js"]);
});

test("fetches nothing that is stored, nor anything without the space for it", async () => {
	const downloads = stubFetch();
	const { cache, stored } = fakeCache();
	await storeFiles(files.slice(0, 2), list, cache, 200);
	downloads.length = 0;
	await expect(storeFiles(files, list, cache, 99)).rejects.toThrow(NoSpace);
	expect(downloads).toEqual([]);
	await storeFiles(files, list, cache, 100);
	expect(downloads).toEqual(["https://host.example/b.wasm"]);
	expect(stored.size).toBe(3);
});

test("gives back its space when the browser has no more", async () => {
	stubFetch();
	const { cache, stored } = fakeCache(2);
	await storeFiles(files.slice(0, 1), list, cache, 300);
	await expect(storeFiles(files, list, cache, 300)).rejects.toThrow(NoSpace);
	expect([...stored.keys()]).toEqual(files.slice(0, 1).map(list.keyOf));
});

test("goes on where a file that was missing stopped it", async () => {
	stubFetch({ gone: ["https://host.example/b.wasm"] });
	const { cache, stored } = fakeCache();
	await expect(storeFiles(files, list, cache, 300)).rejects.toThrow(/b\.wasm: HTTP status 404/);
	expect(stored.size).toBe(2);
	const downloads = stubFetch();
	await storeFiles(files, list, cache, 300);
	expect(downloads).toEqual(["https://host.example/b.wasm"]);
});
