// A model of a hub in the browser's own storage, as a caller has it: the real worker, loaded, seen, deleted.
import { afterEach, expect, it } from "vitest";
import { hubOrigin, requestsDuring } from "../../e2e/hub-client.ts";
import { createCompressor } from "../compressor.ts";
import { modelCacheName } from "../models/cache-names.ts";
import { cachedModels, deleteCachedModel } from "../models/model-cache.ts";

const id = "promptsieve/embedded";

/** Other tests keep models of their own in the same storage. */
const keptOf = async (model: string) => (await cachedModels()).filter((kept) => kept.id === model);

afterEach(() => deleteCachedModel(id));

it("a compressor loads a model of a hub once, and what it keeps can be seen and deleted", async () => {
	const url = `${await hubOrigin()}/${id}/resolve/main/`;
	const loadModel = async () => {
		const compressor = createCompressor({ assetsUrl: "/", model: { id, url }, device: "wasm" });
		expect(await compressor.load()).toMatchObject({ model: id, device: "wasm" });
		await compressor.dispose();
	};
	expect(await requestsDuring(id, loadModel)).toEqual(["GET", "GET", "GET", "GET"]);
	const weights = { url: `${url}model-int8.onnx`, bytes: 27_866_407, complete: true };
	expect(await keptOf(id)).toMatchObject([{ id, files: expect.arrayContaining([weights]) }]);
	// Of the files without a hash the server is asked whether they are still the same.
	expect(await requestsDuring(`${id}/model-int8.onnx`, loadModel)).toEqual([]);
	expect(await requestsDuring(id, loadModel)).toEqual(["HEAD", "HEAD", "HEAD"]);
	expect(await deleteCachedModel(id)).toBe(true);
	expect(await caches.has(modelCacheName(id))).toBe(false);
	expect(await requestsDuring(`${id}/model-int8.onnx`, loadModel)).toEqual(["GET"]);
});

it("the embedded model is not kept a second time", async () => {
	const compressor = createCompressor({ assetsUrl: "/" });
	const info = await compressor.load();
	await compressor.dispose();
	expect(await keptOf(info.model)).toEqual([]);
});
