import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { entryUrl, modelCacheName } from "../../src/models/cache-names.ts";
import { FakeCaches } from "./fake-caches.fixture.ts";
import { forgetOldFiles } from "./forget-old-files.ts";

const folder = "https://new.example/model/";
let caches: FakeCaches;

const keyOf = (file: string) =>
	entryUrl({ kind: "part", file, version: "", validator: '"a"', total: 3, start: 0, end: 3 });

async function keep(model: string, ...files: string[]): Promise<void> {
	const cache = await caches.open(modelCacheName(model));
	for (const file of files) await cache.put(keyOf(file), new Response("abc"));
}

const keysOf = (model: string) => [...(caches.contents.get(modelCacheName(model))?.keys() ?? [])];

beforeEach(() => {
	caches = new FakeCaches();
	vi.stubGlobal("caches", caches);
});
afterEach(() => vi.unstubAllGlobals());

it("deletes what is kept of the model from elsewhere, and nothing else", async () => {
	const old = "https://old.example/model/a.onnx";
	await keep("mine", old, `${folder}a.onnx`, `${folder}onnx/b.onnx`, "https://new.example/model-1/a.onnx");
	await keep("other", old);
	await forgetOldFiles("mine", folder);
	expect(keysOf("mine")).toEqual([`${folder}a.onnx`, `${folder}onnx/b.onnx`].map(keyOf));
	expect(keysOf("other")).toEqual([keyOf(old)]);
});

it.each(["open", "keys", "delete"])("bears a storage that fails at %s", async (verb) => {
	await keep("mine", "https://old.example/model/a.onnx");
	caches.fault = (asked) => {
		if (asked === verb) throw new DOMException("gone", "InvalidStateError");
	};
	await expect(forgetOldFiles("mine", folder)).resolves.toBeUndefined();
	expect(caches.size).toBe(1);
});

it("bears a browser without storage", async () => {
	vi.stubGlobal("caches", undefined);
	await expect(forgetOldFiles("mine", folder)).resolves.toBeUndefined();
});
