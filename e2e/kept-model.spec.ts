// A model of a hub on pages with and without a storage, with the package as it is built: what a caller gets.
import { expect, type Frame, type Page, test } from "@playwright/test";
import { startEmbeddedHub } from "./embedded-hub.ts";
import type { HubServer } from "./hub-server.ts";
import { type StaticServer, serveFolder, sharingHeaders } from "./static-server.ts";

const id = "promptsieve/embedded";
const weights = `${id}/model-int8.onnx`;

let hub: HubServer;
let server: StaticServer;

test.beforeAll(async () => {
	hub = await startEmbeddedHub();
	server = await serveFolder("dist/lib", false, sharingHeaders);
});
test.afterAll(() => Promise.all([hub.close(), server.close()]));

/** Loads the model, and says what is kept of it. */
function load(place: Page | Frame): Promise<{ device: string; kept: string[]; deleted: boolean }> {
	return place.evaluate(
		async ([origin = "", id = "", url = ""]) => {
			const { createCompressor }: typeof import("../src/index.ts") = await import(`${origin}index.js`);
			const { cachedModels, deleteCachedModel }: typeof import("../src/models/models.ts") = await import(
				`${origin}models.js`
			);
			const compressor = createCompressor({ model: { id, url }, device: "wasm" });
			const { device } = await compressor.load();
			await compressor.dispose();
			const kept = (await cachedModels()).map((model) => model.id);
			return { device, kept, deleted: kept.length === 0 && (await deleteCachedModel(id)) };
		},
		[server.origin, id, `${hub.origin}/${id}/resolve/main/`],
	);
}

const weightsRequests = () => hub.requests.filter(({ path }) => path === weights).length;

test("a page that is opened again loads the weights out of the storage", async ({ context }) => {
	const before = weightsRequests();
	for (const page of [await context.newPage(), await context.newPage()]) {
		await page.goto(`${server.origin}package-files.js`);
		expect(await load(page)).toEqual({ device: "wasm", kept: [id], deleted: false });
		await page.close();
	}
	expect(weightsRequests()).toBe(before + 1);
});

test("a page that goes away in the middle leaves what has come to the next one", async ({ context }) => {
	hub.breakNext(weights, ["stall"]);
	const first = await context.newPage();
	await first.goto(`${server.origin}package-files.js`);
	const broken = load(first).catch(() => "gone");
	await expect
		.poll(() =>
			first.evaluate(async (module) => {
				const { cachedModels }: typeof import("../src/models/models.ts") = await import(module);
				return (await cachedModels())[0]?.files.some(({ bytes }) => bytes === 8 << 20) ?? false;
			}, `${server.origin}models.js`),
		)
		.toBe(true);
	await first.close();
	expect(await broken).toBe("gone");
	const next = await context.newPage();
	await next.goto(`${server.origin}package-files.js`);
	expect(await load(next)).toMatchObject({ device: "wasm", kept: [id] });
	expect(hub.requests.findLast(({ path }) => path === weights)?.range).toBe(`bytes=${8 << 20}-`);
});

test("in a sandboxed frame, which has no storage, it loads all the same", async ({ page }) => {
	await page.goto(`${server.origin}package-files.js`);
	await page.evaluate(() => {
		const frame = document.createElement("iframe");
		frame.sandbox.add("allow-scripts");
		frame.srcdoc = "<!doctype html><title>sandboxed</title>";
		document.body.append(frame);
	});
	const frame = await expect
		.poll(() => page.frames().find((candidate) => candidate.parentFrame() !== null))
		.toBeDefined()
		.then(() => page.frames().find((candidate) => candidate.parentFrame() !== null));
	if (!frame) throw new Error("There is no frame.");
	const namesStorage = () => frame.evaluate(() => typeof caches);
	await expect(namesStorage()).rejects.toThrow(/SecurityError|sandboxed/);
	expect(await load(frame)).toEqual({ device: "wasm", kept: [], deleted: false });
});
