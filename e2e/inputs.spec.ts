// Real inputs of each kind through the packed library and the real model: what comes out is still what it was.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { parseAllDocuments } from "yaml";
import type { CompressResult } from "../src/index.ts";
import { isSubsequence, shapeOfValue, stringsOf } from "./json-shape.ts";
import { shapeOf, strangers } from "./markdown-shape.ts";
import { buildApp, installPackage } from "./package-app.ts";
import { serveFolder } from "./static-server.ts";

const rates = [0.3, 0.5, 0.7];
const folder = fileURLToPath(new URL("inputs/", import.meta.url));
const files = readdirSync(folder).filter((name) => name !== "README.md");

/** Rates at which what must stay leaves no room are told by a warning. */
const app = `
import { createCompressor } from "promptsieve";
const compressor = createCompressor({ device: "wasm" });
globalThis.compress = async (text, rates) => {
	const scored = await compressor.score(text);
	return rates.map((rate) => scored.select({ rate }));
};
`;

/** By the end of the file's name: throws if the output is not what the source was. */
const checks: Readonly<Record<string, (source: string, output: string, page: Page) => void | Promise<void>>> =
	{
		md: (source, output) => {
			expect(strangers(shapeOf(source), shapeOf(output))).toEqual([]);
		},
		json: sameValue,
		jsonl: (source, output) => {
			const lines = output.split("\n").filter((line) => line.trim() !== "");
			expect(lines).toHaveLength(source.trim().split("\n").length);
			for (const [at, line] of source.trim().split("\n").entries()) sameValue(line, lines[at] ?? "");
		},
		yaml: (source, output) => {
			const parse = (text: string) => {
				const documents = parseAllDocuments(text);
				expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
				return documents.map((document) => document.toJS());
			};
			same(parse(source), parse(output));
		},
		xml: async (source, output, page) => {
			const outline = (text: string) =>
				page.evaluate((xml) => {
					const parsed = new DOMParser().parseFromString(xml, "application/xml");
					const name = ({ tagName, attributes }: Element) =>
						[tagName, ...[...attributes].map(({ name, value }) => `${name}=${value}`)].join(" ");
					return [...parsed.querySelectorAll("*")].map(name);
				}, text);
			const found = await outline(output);
			expect(found.join()).not.toContain("parsererror");
			expect(strangers(await outline(source), found)).toEqual([]);
		},
		diff: (source, output) => {
			const changes = (text: string) =>
				text.split("\n").filter((line) => /^(?:[-+@]|diff |index )/.test(line));
			expect(changes(output)).toEqual(changes(source));
			expect(strangers(source.split("\n"), output.split("\n"))).toEqual([]);
		},
		log: (source, output) => {
			const head =
				/^\S*\d{4}-\d\d-\d\dT\S+ +(?:INFO|DEBUG|WARN|ERROR|FATAL)|^\w{3} \d\d \d\d:\d\d:\d\d|^\s+(?:at|File) .*/;
			const heads = (text: string) => text.split("\n").map((line) => (head.exec(line)?.[0] ?? "").trim());
			expect(strangers(heads(source), heads(output).filter(Boolean))).toEqual([]);
			expect(heads(output).filter(Boolean).length).toBeGreaterThan(0);
			for (const code of ["E4031", "57014", "137"]) expect(output).toContain(code);
		},
		"ts.txt": (source, output) => sameCode(source, output, /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g),
		"py.txt": (source, output) => sameCode(source, output, /"""[\s\S]*?"""|#.*/g),
		txt: (source, output) => {
			const speakers = (text: string) =>
				text.split("\n").map((line) => /^\w+ \(\d\d:\d\d\)/.exec(line)?.[0] ?? line);
			expect(strangers(speakers(source), speakers(output))).toEqual([]);
		},
		jinja: (source, output) => {
			const marks = (text: string) => text.match(/\{\{.*?\}\}|\{%.*?%\}|\$\{\w+\}|%s|<\|\w+\|>/g);
			expect(marks(output)).toEqual(marks(source));
		},
	};

function sameValue(source: string, output: string): void {
	same(JSON.parse(source), JSON.parse(output));
}

function same(source: unknown, output: unknown): void {
	expect(shapeOfValue(output)).toEqual(shapeOfValue(source));
	const strings = stringsOf(output);
	for (const [at, whole] of stringsOf(source).entries()) {
		expect(isSubsequence(strings[at] ?? "", whole), `"${strings[at]}" of "${whole}"`).toBe(true);
		if (!whole.includes(" ")) expect(strings[at]).toBe(whole);
	}
}

/** All code stays, line by line; of comments what stays is part of them. */
function sameCode(source: string, output: string, comments: RegExp): void {
	const lines = (text: string) =>
		text
			.replace(comments, "")
			.split("\n")
			.map((line) => line.trimEnd())
			.filter((line) => line !== "");
	expect(lines(output)).toEqual(lines(source));
	expect(isSubsequence(output, source)).toBe(true);
}

let project = "";
let server: Awaited<ReturnType<typeof serveFolder>>;

let page: Page;

// One page for all of them: the model is loaded once.
test.beforeAll(async ({ browser }) => {
	project = installPackage();
	server = await serveFolder(await buildApp(project, app), true);
	page = await browser.newPage();
	await page.goto(server.origin);
});

test.afterAll(async () => {
	await page.close();
	await server.close();
	rmSync(project, { recursive: true, force: true });
});

for (const name of files) {
	test(name, async () => {
		const source = readFileSync(`${folder}${name}`, "utf8");
		const results = await page.evaluate(
			([text, shares]) =>
				(
					globalThis as unknown as { compress(text: string, rates: number[]): Promise<CompressResult[]> }
				).compress(text, shares),
			[source, rates] as const,
		);
		const check = checks[name.slice(name.indexOf(".") + 1)] ?? checks[name.slice(name.lastIndexOf(".") + 1)];
		if (!check) throw new Error(`no check for ${name}`);
		for (const [at, { text, keptTokens, sourceTokens, spans, warnings }] of results.entries()) {
			await test.step(`at ${rates[at]}`, async () => {
				await check(source, text, page);
				expect(countTokens(text)).toBe(keptTokens);
				const told = warnings.map(({ code }) => code);
				expect(told).not.toContain("negation-dropped");
				if (!told.includes("protected-exceeds-budget"))
					expect(keptTokens).toBeLessThanOrEqual((rates[at] ?? 0) * sourceTokens);
				// Whatever has to stay, something can go: a text that is all protected was taken for another kind.
				expect(keptTokens).toBeLessThan(0.95 * sourceTokens);
				for (const [start, end] of spans) expect(text).toContain(source.slice(start, end));
			});
		}
	});
}
