// The packed library without a bundler: a module script from the package's folder, from another origin, and what
// an app hears when a file is missing.
import { renameSync, rmSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { installPackage } from "./package-app.ts";
import { serveFolder, sharingHeaders } from "./static-server.ts";

const text = "Please do NOT restart the workers by hand before the fix in release 4.2.1 is deployed.";

let library = "";
let project = "";

test.beforeAll(() => {
	project = installPackage();
	library = join(project, "node_modules/promptsieve/dist/lib");
});

test.afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

/** What is kept of the text at rate 0.5, loosely: which words exactly is the model's business. */
const kept = expect.stringMatching(/NOT restart/);

/** Compresses on a page that has nothing but the library's module, from anywhere. */
function compressOn(page: Page, moduleUrl: string, options: { assetsUrl?: string; ownWorker?: string } = {}) {
	return page.evaluate(
		async ({ moduleUrl, text, options: { ownWorker, ...options } }) => {
			const { createCompressor }: typeof import("../src/index.ts") = await import(moduleUrl);
			const worker = () => new Worker(ownWorker ?? "", { type: "module" });
			const compressor = createCompressor({ device: "wasm", ...options, ...(ownWorker && { worker }) });
			try {
				const { threads } = await compressor.load();
				const { spans } = await compressor.compress(text, { rate: 0.5 });
				return { threads, kept: spans.map(([start, end]) => text.slice(start, end)).join(" ") };
			} catch (error) {
				const { code, message } = error as { code: string; message: string };
				return { code, message };
			} finally {
				await compressor.dispose();
			}
		},
		{ moduleUrl, text, options },
	);
}

test("from a folder of the page's own server", async ({ page }) => {
	const server = await serveFolder(library, false);
	await page.goto(`${server.origin}package-files.js`);
	expect(await compressOn(page, `${server.origin}index.js`)).toMatchObject({ threads: 1, kept });
	await server.close();
});

for (const isolated of [false, true]) {
	test(`from another origin, ${isolated ? "with" : "without"} cross-origin isolation`, async ({ page }) => {
		const [site, other] = [
			await serveFolder(library, isolated),
			await serveFolder(library, isolated, sharingHeaders),
		];
		await page.goto(`${site.origin}package-files.js`);
		const outcome = await compressOn(page, `${other.origin}index.js`);
		expect(outcome).toMatchObject({ kept, threads: isolated ? Math.min(cpus().length, 2) : 1 });
		const requests: string[] = [];
		page.on("request", (request) => requests.push(request.url()));
		await compressOn(page, `${other.origin}index.js`, { assetsUrl: `${other.origin}promptsieve` });
		expect(requests.some((url) => url.endsWith(".onnx"))).toBe(true);
		expect(requests.filter((url) => url.startsWith(site.origin))).toEqual([]);
		await Promise.all([site.close(), other.close()]);
	});
}

test("with a worker that the caller starts", async ({ page }) => {
	const server = await serveFolder(library, false);
	await page.goto(`${server.origin}package-files.js`);
	const ownWorker = `${server.origin}promptsieve/worker.js`;
	expect(await compressOn(page, `${server.origin}index.js`, { ownWorker })).toMatchObject({ kept });
	await server.close();
});

test("a missing file is named, with what to do", async ({ page }) => {
	const server = await serveFolder(library, false);
	await page.goto(`${server.origin}package-files.js`);
	const hide = async (file: string) => {
		renameSync(join(library, file), join(library, `${file}.hidden`));
		const outcome = await compressOn(page, `${server.origin}index.js`);
		renameSync(join(library, `${file}.hidden`), join(library, file));
		return { url: `${server.origin}${file}`, outcome };
	};
	for (const file of [
		"promptsieve/worker.js",
		"promptsieve/ort/ort-wasm-simd-threaded.wasm",
		"promptsieve/models/embedded/manifest.json",
	]) {
		const { url, outcome } = await hide(file);
		expect(outcome).toMatchObject({ code: "model-load-failed", message: expect.stringContaining(url) });
		expect(outcome.message).toContain("npx promptsieve assets");
		expect(outcome.message).toContain("assetsUrl");
	}
	await server.close();
});
