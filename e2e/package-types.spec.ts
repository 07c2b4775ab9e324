// The packed library's types in a project that has nothing but them, checked to the last declaration file.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { installPackage, linkPackage } from "./package-app.ts";

const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

/** What a project in any world writes. */
const shared = `import { type Compressor, CompressorError, createCompressor } from "promptsieve";
	import { requestInterceptor } from "promptsieve/deep-chat";
	import { createCompressingFetch } from "promptsieve/openai";
	import "promptsieve/worker";
	const compressor: Compressor = createCompressor({ device: "wasm" });
	export const tokens: number = (await compressor.compress("a", { rate: 0.5 })).keptTokens;
	// @ts-expect-error: a share is a number
	await compressor.compress("a", { rate: "half" });
	export const code: string = new CompressorError("aborted", "stopped").code;
	export const send: typeof fetch = createCompressingFetch(compressor);
	export const { body } = await requestInterceptor(compressor)({ body: 1 });\n`;

const worlds = [
	{
		name: "page",
		lib: "es2022,dom",
		types: [],
		script: `${shared}
			import "promptsieve/element/define";
			import type { PartialStrings, SieveResultDetail } from "promptsieve/element";
			const element = document.createElement("prompt-sieve");
			element.addEventListener("sieve-result", ({ detail }) => detail.result.keptTokens.toFixed());
			document.addEventListener("sieve-error", ({ detail }) => detail.error.code.trim());
			window.addEventListener("sieve-apply", ({ detail }) => detail.previous.trim());
			// @ts-expect-error: there is no such detail
			element.addEventListener("sieve-result", ({ detail }) => detail.unheardOf);
			export const heard: SieveResultDetail["source"] = "";
			export const strings: PartialStrings = { undo: "Back" };
			createCompressor({ worker: () => new Worker("worker.js") });
			// @ts-expect-error: a Worker and nothing else
			createCompressor({ worker: () => ({}) });\n`,
	},
	{
		name: "server",
		lib: "es2023",
		types: ["--types", "node"],
		script: `${shared}
			import { Worker } from "node:worker_threads";
			// @ts-expect-error: in Node there is no worker that could be given
			createCompressor({ worker: () => new Worker("worker.js") });\n`,
	},
];

let project = "";

test.beforeAll(() => {
	project = installPackage();
	mkdirSync(join(project, "node_modules/@types"));
	linkPackage(project, "@types/node");
	for (const { name, script } of worlds) writeFileSync(join(project, `${name}.mts`), script);
});

test.afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

for (const { name, lib, types } of worlds) {
	for (const [resolution, module] of [
		["bundler", "esnext"],
		["node16", "node16"],
	] as const) {
		test(`resolve with moduleResolution ${resolution} on a ${name}, and need no other package`, () => {
			const flags = ["--noEmit", "--listFiles", "--strict", "--target", "es2022", "--ignoreConfig"];
			const world = ["--lib", lib, ...types];
			const resolve = ["--moduleResolution", resolution, "--module", module];
			const script = `${name}.mts`;
			const { stdout, status } = spawnSync(
				process.execPath,
				[compiler, ...flags, ...world, ...resolve, script],
				{ cwd: project, encoding: "utf8" },
			);
			const isOwn = (file: string) => file.includes("/node_modules/promptsieve/") || file.endsWith(script);
			const isGiven = (file: string) =>
				/\/node_modules\/(typescript\/lib|@types\/node|undici-types)\//.test(file);
			const lines = stdout.trim().split("\n");
			expect(lines.filter((line) => !isOwn(line) && !isGiven(line))).toEqual([]);
			expect(lines.filter(isOwn).length).toBeGreaterThan(10);
			expect(status).toBe(0);
		});
	}
}
