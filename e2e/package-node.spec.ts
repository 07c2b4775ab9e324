// The packed library in Node: the same results as in a browser, native or not, and a process that ends.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { buildApp, installPackage, linkPackage, readmeExample } from "./package-app.ts";
import { serveFolder } from "./static-server.ts";

let project = "";

test.beforeAll(() => {
	project = installPackage();
	linkPackage(project, "onnxruntime-node");
});

test.afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

/** Runs a script in the project and returns what it prints, parsed. A process that does not end is killed. */
function runNode(name: string, script: string): unknown {
	writeFileSync(join(project, name), script);
	return JSON.parse(
		execFileSync(process.execPath, [name], { cwd: project, encoding: "utf8", timeout: 60_000 }),
	);
}

const rates = [0.2, 0.35, 0.5, 0.65, 0.8];
const text = /const prompt = `([^`]*)`/.exec(readmeExample())?.[1] ?? "";

/** What {@link compressAll} makes of a device. */
interface Outcome {
	readonly device: string;
	/** Of every word at every rate: whether it is kept. */
	readonly masks: readonly boolean[];
	readonly probabilities: readonly number[];
}

/** Compresses at several rates; its argument, a list of devices, is put behind it. */
const compressAll = `async (devices) => {
	const outcomes = [];
	for (const device of devices) {
		const compressor = createCompressor({ device });
		const scored = await compressor.score(${JSON.stringify(text)});
		const spans = ${JSON.stringify(rates)}.map((rate) => scored.select({ rate }).spans);
		const masks = spans.flatMap((kept) =>
			scored.words.map(({ start, end }) => kept.some(([from, to]) => from <= start && end <= to)));
		outcomes.push({ device: scored.device, masks, probabilities: scored.words.map((word) => word.keepProbability) });
		await compressor.dispose();
	}
	return outcomes;
}`;

test("keeps the same words as in a browser on WASM, and all but the same in native code", async ({
	page,
}) => {
	const importing = `import { createCompressor } from "promptsieve";\n`;
	const [native, wasm] = runNode(
		"run.mjs",
		`${importing}console.log(JSON.stringify(await (${compressAll})(["auto", "wasm"])));`,
	) as Outcome[];
	const app = await buildApp(project, `${importing}globalThis.outcome = await (${compressAll})(["wasm"]);`);
	const server = await serveFolder(app, false);
	await page.goto(server.origin);
	const outcome = await page.waitForFunction(() => Reflect.get(globalThis, "outcome"));
	const [browser] = (await outcome.jsonValue()) as Outcome[];
	await server.close();
	expect(text.length).toBeGreaterThan(300);
	if (!native || !wasm || !browser) throw new Error("an outcome is missing");
	expect([native.device, wasm.device, browser.device]).toEqual(["cpu", "wasm", "wasm"]);
	expect(browser.masks.length).toBeGreaterThan(300);
	expect(wasm.masks).toEqual(browser.masks);
	expect(wasm.probabilities).toEqual(browser.probabilities);
	// Native code adds up in another order, which quantization makes visible: near ties may fall the other way.
	const differences = native.probabilities.map((value, at) =>
		Math.abs(value - (browser.probabilities[at] ?? 0)),
	);
	expect(Math.max(...differences)).toBeLessThan(0.05);
	const agreeing = native.masks.filter((kept, at) => kept === browser.masks[at]);
	expect(agreeing.length / browser.masks.length).toBeGreaterThan(0.98);
});

test("works from CommonJS, and lets a process end that has not disposed of it", () => {
	const outcome = runNode(
		"run.cjs",
		`import("promptsieve").then(async ({ createCompressor, CompressorError }) => {
			const compressor = createCompressor({ device: "wasm" });
			const { text } = await compressor.compress("Do NOT restart the workers by hand.", { rate: 0.6 });
			const error = await createCompressor({ device: "webgpu" }).load().catch((reason) => reason);
			console.log(JSON.stringify({ text, isKnown: error instanceof CompressorError, code: error.code, message: error.message }));
		});`,
	);
	expect(outcome).toMatchObject({
		text: expect.stringContaining("NOT restart"),
		isKnown: true,
		code: "no-device",
		message: expect.stringContaining('"webgpu"'),
	});
});

test("says what promptsieve/worker is for, and ends", () => {
	const outcome = runNode(
		"worker.mjs",
		`const outcome = await import("promptsieve/worker").catch((reason) => reason);
		console.log(JSON.stringify(outcome.message));`,
	);
	expect(outcome).toMatch(/^promptsieve\/worker is the script of a Web Worker/);
});

test("no listener that throws or rejects ends a process", () => {
	const outcome = runNode(
		"listeners.mjs",
		`import { createCompressingFetch } from "promptsieve/openai";
		const fail = () => { throw new Error("a listener's"); };
		const body = JSON.stringify({ messages: [{ role: "assistant", content: "word ".repeat(200) }, { role: "user", content: "?" }] });
		const broken = { compress: () => Promise.reject(new Error("broken")) };
		const sent = [];
		for (const onError of [fail, async () => fail()]) {
			const fetch = createCompressingFetch(broken, { onError, fetch: async (_, init) => new Response(init.body) });
			const answer = await fetch("http://x/chat/completions", { method: "POST", body });
			sent.push((await answer.text()) === body);
			await new Promise((resolve) => setImmediate(resolve));
		}
		console.log(JSON.stringify(sent));`,
	);
	expect(outcome).toEqual([true, true]);
});

test("promptsieve assets copies the files, and says what is wrong", () => {
	const run = (...args: string[]) =>
		spawnSync(process.execPath, ["node_modules/promptsieve/bin/promptsieve.js", ...args], {
			cwd: project,
			encoding: "utf8",
		});
	expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("assets <folder>") });
	expect(run("assets")).toMatchObject({ status: 2, stderr: expect.stringContaining("Usage") });
	expect(run("assets", "package-lock.json", "more").status).toBe(2);
	writeFileSync(join(project, "a-file"), "");
	expect(run("assets", "a-file")).toMatchObject({
		status: 1,
		stderr: expect.stringMatching(/^promptsieve: could not copy to a-file: .*a-file is not a folder\.\n$/),
	});
	expect(run("assets", "node_modules")).toMatchObject({
		status: 1,
		stderr: expect.stringContaining("the package's own files"),
	});
	expect(run("assets", "public/deep").status).toBe(0);
	const copied = join(project, "public/deep/promptsieve");
	for (const file of ["worker.js", "ort/ort-wasm-simd-threaded.wasm", "models/embedded/manifest.json"]) {
		expect(statSync(join(copied, file)).size).toBe(
			statSync(join(project, "node_modules/promptsieve/dist/lib/promptsieve", file)).size,
		);
	}
	expect(existsSync(join(copied, "promptsieve"))).toBe(false);
});
