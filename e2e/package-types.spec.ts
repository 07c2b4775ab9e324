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

/** Listens for the element's events: its declarations alone have to make them known. */
const listening = `
	new PromptSieveElement().addEventListener("sieve-error", ({ detail }) => detail.attribute);
	document.addEventListener("sieve-result", ({ detail }) => detail.result.text);
	window.addEventListener("sieve-apply", ({ detail }) => detail.previous.length);
	// @ts-expect-error: an apply has no result
	document.addEventListener("sieve-apply", ({ detail }) => detail.result);\n`;

const worlds = [
	{
		name: "page",
		lib: "es2022,dom",
		types: [],
		script: `${shared}
			createCompressor({ worker: () => new Worker("worker.js") });
			// @ts-expect-error: a Worker and nothing else
			createCompressor({ worker: () => ({}) });\n`,
	},
	{
		name: "page with the element's class",
		lib: "es2022,dom",
		types: [],
		script: `import { PromptSieveElement } from "promptsieve/element";
			import type { PartialStrings, SieveStrings } from "promptsieve/element";
			import type { PromptSieveEventMap, SieveChangeDetail, SieveErrorDetail, SieveResultDetail } from "promptsieve/element";
			export const own: PartialStrings = { apply: "Send", errors: { aborted: "Stopped." } };
			export const word: keyof SieveStrings = "apply";
			export const details = (
				change: SieveChangeDetail, error: SieveErrorDetail, result: SieveResultDetail,
			): PromptSieveEventMap[keyof PromptSieveEventMap]["detail"][] => [change, error, result];
			${listening}`,
	},
	{
		name: "page with the element",
		lib: "es2022,dom",
		types: [],
		script: `import { PromptSieveElement, type SieveStrings } from "promptsieve/element/define";
			export const word: keyof SieveStrings = "apply";
			document.querySelector("prompt-sieve")?.addEventListener("sieve-load", ({ detail }) => detail.loadMs);
			${listening}`,
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

/** A host's own settings that may be absent, under the strictest reading of what an option may be. */
const absent = `import { createCompressor, compressMessages, compressTools } from "promptsieve";
	import { requestInterceptor } from "promptsieve/deep-chat";
	import { createCompressingFetch } from "promptsieve/openai";
	import "promptsieve/element/define";
	import type {} from "promptsieve/element/react";
	declare const none: undefined;
	const compressor = createCompressor({ onProgress: none, device: none });
	void compressor.compress("a", { rate: none, targetTokens: none, protect: { patterns: none }, signal: none });
	void compressMessages(compressor, [], { user: none, keep: none, stable: none, minTokens: none });
	void compressTools(compressor, [], { minTokens: none });
	createCompressingFetch(compressor, { fetch: none, tools: none, onError: none, onCompressed: none });
	requestInterceptor(compressor, { tools: none, onError: none, rate: none });
	document.createElement("prompt-sieve").strings = { apply: none, errors: { aborted: none }, warnings: none };
	export const element = (on?: () => void, amount?: number, url?: string) => <>
		<prompt-sieve for={url} rate={amount} targetTokens={amount} assetsUrl={url} question={url} auto={none}
			strings={none} compressor={none} onsieve-result={on} onsieve-error={none} />
		<prompt-sieve for="message" target-tokens={amount} assets-url={url} defaultValue="a" />
	</>;
	// @ts-expect-error: a budget is a number
	export const wrong = <prompt-sieve target-tokens="many" />;
	// @ts-expect-error: no event of this element's
	export const unheard = <prompt-sieve onsieve-results={() => {}} rates={1} />;\n`;

let project = "";

test.beforeAll(() => {
	project = installPackage();
	mkdirSync(join(project, "node_modules/@types"));
	for (const name of ["@types/node", "@types/react"]) linkPackage(project, name);
	for (const { name, script } of worlds) writeFileSync(join(project, fileOf(name)), script);
	writeFileSync(join(project, "absent.tsx"), absent);
});

test.afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

const fileOf = (world: string) => `${world.replaceAll(/\W+/g, "-")}.mts`;

function compile(script: string, ...flags: readonly string[]) {
	const always = ["--noEmit", "--listFiles", "--strict", "--target", "es2022", "--ignoreConfig"];
	const { stdout, status } = spawnSync(process.execPath, [compiler, ...always, ...flags, script], {
		cwd: project,
		encoding: "utf8",
	});
	return { lines: stdout.trim().split("\n"), status };
}

for (const { name, lib, types } of worlds) {
	for (const [resolution, module] of [
		["bundler", "esnext"],
		["node16", "node16"],
	] as const) {
		test(`resolve with moduleResolution ${resolution} on a ${name}, and need no other package`, () => {
			const script = fileOf(name);
			const resolve = ["--moduleResolution", resolution, "--module", module];
			const { lines, status } = compile(script, "--lib", lib, ...types, ...resolve);
			const isOwn = (file: string) => file.includes("/node_modules/promptsieve/") || file.endsWith(script);
			const isGiven = (file: string) =>
				/\/node_modules\/(typescript\/lib|@types\/node|undici-types)\//.test(file);
			expect(lines.filter((line) => !isOwn(line) && !isGiven(line))).toEqual([]);
			expect(lines.filter(isOwn).length).toBeGreaterThan(10);
			expect(status).toBe(0);
		});
	}
}

test("options and React's props may be undefined, with exactOptionalPropertyTypes", () => {
	const react = ["--moduleResolution", "bundler", "--module", "esnext", "--jsx", "react-jsx"];
	const exact = ["--lib", "es2022,dom", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];
	const { lines, status } = compile("absent.tsx", ...react, ...exact);
	expect(lines.filter((line) => !line.startsWith("/"))).toEqual(["absent.tsx"]);
	expect(status).toBe(0);
});
