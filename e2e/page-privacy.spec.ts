// The text stays here: no request to anywhere else, none at all once the page is ready. The browser's proxy and the
// server listen, so that no request can be missed, whoever makes it: page, worker, service worker, package.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { kept, openAt, pageFolder } from "./offline-app.ts";
import { installPackage } from "./package-app.ts";
import { clickWord, meeting, newPage, paste, resultText, scored, setAmount } from "./page-app.ts";
import { type RecordingServer, serveRecorded } from "./recording-server.ts";

/** A page whose every request goes through the server. What the browser asks for itself does not. */
function pageBehind({ origin }: RecordingServer, browser: Browser): Promise<Page> {
	return newPage(browser, { serviceWorkers: "allow", proxy: { server: origin, bypass: "<-loopback>" } });
}

/**
 * Chromium asks its vendor, of every page with fields, what these fields are; with hashes of their names, never with
 * what is in them. No page can stop it, and there is nothing of the page's doing in it.
 */
function askedByPage({ elsewhere }: RecordingServer): string[] {
	return elsewhere.filter((request) => request !== "CONNECT content-autofill.googleapis.com:443");
}

test("the page asks its own server alone, and once it is ready nobody", async ({ browser }) => {
	const server = await serveRecorded(pageFolder);
	const page = await pageBehind(server, browser);
	const violations: string[] = [];
	page.on("console", (message) => {
		if (/Content Security Policy|violates/i.test(message.text())) violations.push(message.text());
	});
	await openAt(page, server.origin);
	await kept(page);
	expect(server.log.length).toBeGreaterThan(5);
	expect(askedByPage(server)).toEqual([]);
	// Without a GPU the small build of the runtime is enough.
	const runtime = server.log.map(({ path }) => path).filter((path) => path.startsWith("ort/"));
	expect(runtime.length).toBeGreaterThan(0);
	expect(runtime.filter((path) => path.includes("asyncify"))).toEqual([]);

	server.log.length = 0;
	await page.getByRole("textbox", { name: "Source text" }).pressSequentially("Please do not restart it now.");
	await scored(page);
	await paste(page, meeting);
	await scored(page);
	await setAmount(page, 30);
	await page.getByRole("slider").press("ArrowRight");
	await clickWord(page, "morning");
	await page.getByRole("button", { name: "Copy" }).click();
	await page.getByRole("textbox", { name: /^Question/ }).fill("When does the checkout go out?");
	await page.keyboard.press("Enter");
	await scored(page);
	expect(await resultText(page)).not.toBe("");
	await page.getByRole("button", { name: "Samples" }).click();
	await page.getByRole("button", { name: "Meeting transcript", exact: true }).click();
	await expect(page.locator("#source-text")).toHaveValue(/Harbour Market/);
	await scored(page);
	await page.getByRole("button", { name: "Undo" }).click();
	await scored(page);
	await page.getByRole("button", { name: "Copy" }).click();
	// What can be chosen, and what it would cost, is known without asking.
	await page.locator("#device-badge").click();
	await page.getByRole("button", { name: "Choose a model" }).click();
	await page.getByRole("radio", { name: /TinyBERT/ }).check();
	await expect(page.locator("#model-cost")).toContainText("will be downloaded once");
	await page.keyboard.press("Escape");
	await page.context().close();
	expect(server.log).toEqual([]);
	expect(askedByPage(server)).toEqual([]);
	expect(violations).toEqual([]);
	await server.stop();
});

test("the package asks the server of its files alone, and once it is loaded nobody", async ({ browser }) => {
	const project = installPackage();
	const server = await serveRecorded(join(project, "node_modules/promptsieve/dist/lib"));
	const page = await pageBehind(server, browser);
	await page.goto(`${server.origin}package-files.js`);
	await page.evaluate(async (url) => {
		const { createCompressor }: typeof import("../src/index.ts") = await import(url);
		const compressor = createCompressor();
		await compressor.load();
		Object.assign(globalThis, { compressor });
	}, `${server.origin}index.js`);
	expect(server.log.some(({ path }) => path.endsWith(".onnx"))).toBe(true);

	server.log.length = 0;
	const texts = await page.evaluate(
		async ({ text, url }) => {
			const { compressMessages }: typeof import("../src/index.ts") = await import(url);
			const { compressor } = globalThis as unknown as {
				compressor: import("../src/index.ts").Compressor;
			};
			const first = await compressor.compress(text, { rate: 0.5 });
			const scored = await compressor.score(text, { question: "When does the checkout go out?" });
			const second = await compressor.compress(`${text}\n\nOne more sentence.`, { targetTokens: 40 });
			await compressMessages(compressor, [
				{ role: "user", content: text },
				{ role: "assistant", content: "Yes." },
				{ role: "user", content: "And then?" },
			]);
			const question = scored.select({ rate: 0.3 });
			await compressor.dispose();
			return [first, question, second].map((result) => result.text);
		},
		{ text: meeting, url: `${server.origin}index.js` },
	);
	for (const text of texts) expect(text.length).toBeGreaterThan(20);
	await page.context().close();
	expect(server.log).toEqual([]);
	expect(askedByPage(server)).toEqual([]);
	await server.stop();
	rmSync(project, { recursive: true, force: true });
});
