// After the first visit the page opens without its server, as it was; a new version waits for the person.
import { cpus } from "node:os";
import { expect, test } from "@playwright/test";
import { device, kept, openAt, serveNewVersion, withVisitor } from "./offline-app.ts";
import { meeting, paste, resultText, scored } from "./page-app.ts";

const threads = cpus().length > 1 ? /^WASM, \d+ threads$/ : /^WASM$/;

test("with its server gone the page opens, has the text and the threads, and gives the same result", () =>
	withVisitor(
		async ({ server, url, context, page }) => {
			await paste(page, meeting);
			await scored(page);
			const result = await resultText(page);
			const badge = await device(page);
			expect(badge).toMatch(threads);

			await server.stop();
			await page.reload();
			await scored(page);
			expect(await device(page)).toBe(badge);
			expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
			expect(await resultText(page)).toBe(result);
			await kept(page);

			// A new tab, the page by its file's name and with a query, a text that was never read.
			const other = await context.newPage();
			await openAt(other, `${url}index.html?from=home`);
			await paste(
				other,
				"Well, as I said, please do NOT restart the database while the backup is running, okay?",
			);
			await scored(other);
			expect(await resultText(other)).toContain("NOT restart");
		},
		{ below: "tools/sieve/" },
	));

test("storing the page downloads nothing twice, and no file but the page's script before it works", () =>
	withVisitor(async ({ server, url, page }) => {
		const sent = server.log.filter(({ bytes }) => bytes > 0).map(({ path }) => path);
		const script = sent.indexOf("service-worker.js");
		expect(sent.findIndex((path) => path.endsWith(".onnx"))).toBeLessThan(script);
		expect(sent.filter((path) => path.endsWith(".onnx"))).toEqual(["models/embedded/model-int8.onnx"]);
		expect(sent).toEqual([...new Set(sent)]);
		// What the page itself had not asked for is small.
		const late = server.log.slice(server.log.findIndex(({ path }) => path === "service-worker.js"));
		expect(late.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(300_000);

		// The next visit asks only whether there is a new version.
		server.log.length = 0;
		await openAt(page, url);
		await kept(page);
		expect(server.log.map(({ path }) => path)).toEqual(["service-worker.js"]);
	}));

test("a new version is offered, not forced; accepted, it runs, with the text and without a second model", () =>
	withVisitor(async ({ server, url, context, page, title }) => {
		serveNewVersion(server, "The second version");
		server.log.length = 0;

		await openAt(page, url);
		await expect(page.locator("#update-text")).toHaveText("A new version is ready.");
		await expect(page.locator("#update-text")).toBeVisible();
		expect(await page.title()).toBe(title);
		expect(server.log.map(({ path }) => path)).toEqual(["service-worker.js", ""]);
		await paste(page, meeting);
		await scored(page);
		const result = await resultText(page);
		await page.getByRole("button", { name: "Later" }).click();
		await expect(page.locator("#update-text")).toBeHidden();

		// Another tab takes it: this one is told, and goes on undisturbed.
		const other = await context.newPage();
		await openAt(other, url);
		await other.getByRole("button", { name: "Reload" }).click();
		await expect(other).toHaveTitle("The second version");
		await scored(other);
		expect(await resultText(other)).toBe(result);
		await expect(page.locator("#update-text")).toHaveText("Another tab runs a new version now.");
		await expect(page.locator("#update-text")).toBeVisible();
		expect(await page.title()).toBe(title);
		await other.close();

		await server.stop();
		await page.getByRole("button", { name: "Reload" }).click();
		await expect(page).toHaveTitle("The second version");
		await scored(page);
		expect(await resultText(page)).toBe(result);
	}));

test("a new version that comes broken is not taken; the old one goes on", () =>
	withVisitor(async ({ server, url, page, title }) => {
		serveNewVersion(server, "The second version");
		server.replaced.set("index.html", Buffer.from("<!doctype html><title>Not the second version</title>"));
		await openAt(page, url);
		await expect.poll(() => server.log.at(-1)?.path).toBe("");
		await server.stop();
		await page.reload();
		await expect(page.locator("#device-badge")).toHaveAttribute("data-state", "ready");
		expect(await page.title()).toBe(title);
		await expect(page.locator("#update-text")).toBeHidden();
	}));
