// Hosts that forbid or lack something: a strict policy, a sandboxed frame, no storage, no space, no isolation.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { openAt, pageFolder, withProfile } from "./offline-app.ts";
import { installPackage } from "./package-app.ts";
import { meeting, newPage, paste, resultText, scored } from "./page-app.ts";
import { serveRecorded } from "./recording-server.ts";
import { isolationHeaders, sharingHeaders } from "./static-server.ts";

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
let project = "";
let library = "";

test.beforeAll(() => {
	project = installPackage();
	library = join(project, "node_modules/promptsieve/dist/lib");
});
test.afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The page reads a text and gives a shorter one. */
async function compresses(page: Page): Promise<void> {
	await paste(page, meeting);
	await scored(page);
	expect((await resultText(page)).length).toBeLessThan(meeting.length * 0.8);
}

/** A page with the package's module, in a file as the policy wants it, that puts its outcome into the title. */
function libraryPage(options: string): Map<string, Buffer> {
	const script = `
		import { createCompressor } from "./index.js";
		const compressor = createCompressor(${options});
		try {
			const text = "Well, as I said, please do NOT restart the database while the backup is running, okay?";
			document.title = (await compressor.compress(text, { rate: 0.5 })).text;
		} catch (error) {
			document.title = error.code + ": " + error.message;
		}`;
	return new Map([
		["index.html", Buffer.from(`<!doctype html><title></title><script type="module" src="app.js"></script>`)],
		["app.js", Buffer.from(script)],
	]);
}

test("the page and the package work under a strict content security policy", async ({ browser }) => {
	const headers = { ...isolationHeaders, "Content-Security-Policy": policy };
	for (const folder of [pageFolder, library]) {
		const server = await serveRecorded(folder, { headers });
		const page = await newPage(browser);
		const refused: string[] = [];
		page.on("console", (message) => {
			if (/Content Security Policy|violates/i.test(message.text())) refused.push(message.text());
		});
		if (folder === library) {
			for (const [path, content] of libraryPage("")) server.replaced.set(path, content);
			await page.goto(server.origin);
			await expect(page).toHaveTitle(/NOT restart/);
		} else {
			await openAt(page, server.origin);
			await compresses(page);
		}
		expect(refused).toEqual([]);
		await page.context().close();
		await server.stop();
	}
});

test("in a sandboxed frame the package works where its files may be shared", async ({ page }) => {
	const server = await serveRecorded(library, { headers: sharingHeaders });
	for (const [path, content] of libraryPage("")) server.replaced.set(path, content);
	server.replaced.set(
		"frame.html",
		Buffer.from(`<iframe sandbox="allow-scripts" src="index.html"></iframe>`),
	);
	await page.goto(`${server.origin}frame.html`);
	await expect.poll(() => page.frames()[1]?.title()).toMatch(/NOT restart|:/);
	expect(await page.frames()[1]?.title()).toContain("NOT restart");
	await server.stop();
});

test("in a sandboxed frame the page says that it cannot work there", async ({ page }) => {
	const server = await serveRecorded(pageFolder, { headers: sharingHeaders });
	server.replaced.set(
		"frame.html",
		Buffer.from(`<iframe sandbox="allow-scripts" src="index.html"></iframe>`),
	);
	await page.goto(`${server.origin}frame.html`);
	const frame = page.frameLocator("iframe");
	await expect(frame.locator("#failure")).toContainText("Open the page in a tab of its own");
	await frame.locator("#source-text").fill(meeting);
	await expect(frame.locator("#failure")).toContainText("cannot start in this frame");
	await expect(frame.locator("#source-text")).toHaveValue(meeting);
	await server.stop();
});

test("with every kind of storage forbidden the page works, and says what that costs", async ({ browser }) => {
	const page = await newPage(browser);
	await page.addInitScript(() => {
		const refuse = () => {
			throw new DOMException("Forbidden in this window", "SecurityError");
		};
		for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
			Object.defineProperty(window, name, { get: refuse });
		}
		Object.defineProperty(Navigator.prototype, "serviceWorker", { get: refuse });
		Object.defineProperty(Navigator.prototype, "storage", { get: refuse });
	});
	await openAt(page, "/");
	await compresses(page);
	await expect(page.getByText("This browser cannot store the text")).toBeVisible();
	await expect(page.locator("#offline-state")).toContainText("Needs a network to open");
	await page.context().close();
});

test("without space the page goes on, keeps nothing and downloads next to nothing for it", async () => {
	const server = await serveRecorded(pageFolder);
	await withProfile(async (context) => {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		const origin = server.origin.slice(0, -1);
		await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 5_000_000 });
		await openAt(page, server.origin);
		await compresses(page);
		await expect(page.locator("#offline-state")).toContainText("too little space");
		const late = server.log.slice(server.log.findIndex(({ path }) => path === "service-worker.js") + 1);
		expect(late.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(300_000);
		const stored = await page.evaluate(async () => {
			const names = await caches.keys();
			return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
		});
		expect(stored).toEqual([0]);
		await page.reload();
		await scored(page);
		await expect(page.locator("#source-text")).toHaveValue(meeting);
	});
	await server.stop();
});

test("without cross-origin isolation the page works with one thread, and says so", async ({ browser }) => {
	const server = await serveRecorded(pageFolder, { headers: {} });
	const page = await newPage(browser);
	await openAt(page, server.origin);
	await compresses(page);
	await expect(page.locator("#device-badge")).toHaveText("WASM");
	await page.locator("#device-badge").click();
	await expect(page.locator("#device-summary")).toContainText("WASM with 1 thread");
	await page.context().close();
	await server.stop();
});
