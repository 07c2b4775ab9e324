// The examples that make a text shorter, each built by its own command and used in Chromium with the real model.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import {
	endExamples,
	examplesFolder,
	expectCounts,
	expectShorter,
	installExamples,
	runExample,
	startExample,
	text,
	watch,
} from "./examples-app.ts";
import { serveFolder } from "./static-server.ts";

// A build and a first load on a busy machine.
test.setTimeout(240_000);

test.beforeAll(installExamples);
test.afterEach(endExamples);

/** Types the text, presses the button, and looks at what the page shows. */
async function useForm(page: Page): Promise<void> {
	await page.getByRole("textbox", { name: "Prompt" }).fill(text);
	await page.getByRole("button", { name: "Compress" }).click();
	const counts = page.locator("#counts");
	await expect(counts).toHaveText(/^\d+ → \d+ tokens$/);
	const compressed = (await page.locator("#compressed").textContent()) ?? "";
	expectShorter(text, compressed);
	expectCounts(text, compressed, (await counts.textContent()) ?? "");
}

/** The framework's own textarea takes what the element puts into it. */
async function applyAndUndo(page: Page): Promise<void> {
	const field = page.getByRole("textbox", { name: "Prompt" });
	const compressed = (await page.locator("#compressed").textContent()) ?? "";
	await page.getByRole("button", { name: "Apply" }).click();
	await expect(field).toHaveValue(compressed);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(field).toHaveValue(text);
}

for (const [name, output] of [
	["vite", "dist"],
	["webpack", "public"],
	["esbuild", "public"],
	["rollup", "public"],
	["react", "dist"],
	["vue", "dist"],
	["svelte", "dist"],
] as const) {
	test(`${name}, built`, async ({ page }) => {
		rmSync(join(examplesFolder, name, output === "public" ? "public/bundle" : output), {
			recursive: true,
			force: true,
		});
		runExample(name, "build");
		const server = await serveFolder(join(examplesFolder, name, output), false);
		const faults = watch(page, server.origin);
		await page.goto(server.origin);
		await useForm(page);
		if (["react", "vue", "svelte"].includes(name)) await applyAndUndo(page);
		expect(faults).toEqual([]);
		await server.close();
	});
}

test("vite, in development and with nothing bundled before", async ({ page }) => {
	const cache = join(examplesFolder, "vite/node_modules/.vite");
	rmSync(cache, { recursive: true, force: true });
	const server = await startExample("vite", "dev");
	const faults = watch(page, server.origin);
	await page.goto(server.origin);
	await useForm(page);
	expect(faults).toEqual([]);
	expect(existsSync(cache)).toBe(true);
});

test("nextjs, built", async ({ page }) => {
	runExample("nextjs", "build");
	const server = await startExample("nextjs", "start");
	const faults = watch(page, server.origin);
	await page.goto(server.origin);
	await useForm(page);
	await page.goto(`${server.origin}element`);
	await page.getByRole("textbox", { name: "Message" }).fill(text);
	await page.getByRole("button", { name: "Compress" }).click();
	await expect(page.getByText("At most 60 tokens")).toBeVisible();
	await expect(page.locator("#saved")).toHaveText(/^\d+ → \d+ tokens$/);
	expect(faults).toEqual([]);
});

for (const [path, host] of [
	["", "localhost"],
	["other-origin.html", "127.0.0.1"],
] as const) {
	test(`plain, from ${path === "" ? "its own origin" : "another origin"}`, async ({ page }) => {
		const server = await startExample("plain", "dev");
		const library = server.origin.replace("localhost", host);
		const faults = watch(page, server.origin, library);
		const requests: string[] = [];
		page.on("request", (request) => requests.push(request.url()));
		await page.goto(server.origin + path);
		await useForm(page);
		expect(faults).toEqual([]);
		expect(requests.find((url) => url.endsWith(".onnx"))).toContain(`${library}promptsieve/`);
	});
}

test("node", async ({ request }) => {
	const server = await startExample("node", "dev");
	const compress = (data: unknown) => request.post(`${server.origin}compress`, { data });
	const answer = await compress({ text, rate: 0.5 });
	expect(answer.status()).toBe(200);
	const { text: compressed, sourceTokens, keptTokens } = await answer.json();
	expectShorter(text, compressed);
	expectCounts(text, compressed, `${sourceTokens} → ${keptTokens} tokens`);
	const refused = await compress({ text, rate: "half" });
	expect(refused.status()).toBe(400);
	expect(await refused.json()).toMatchObject({ error: expect.stringContaining("rate") });
});
