// The packed library in Firefox and WebKitGTK: the same answers as in Chromium, and the promises kept.
import { readFileSync, rmSync } from "node:fs";
import { expect } from "@playwright/test";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import type { Compressor } from "../../src/compressor.ts";
import type { ProgressEvent } from "../../src/core/progress.ts";
import { buildApp, installPackage } from "../package-app.ts";
import { longText } from "../page-app.ts";
import { browserNames, test } from "./fixtures.ts";
import { type Answer, answerInPage, budget, cutAlikeInFirefox, shortTexts } from "./library-answers.ts";
import { faultsInPage, serveWatched, type WatchedFolder } from "./watched-folder.ts";

const files = ["meeting.ja.md", "incident.md", "service.log"];
const texts = Object.entries({
	...shortTexts,
	...Object.fromEntries(files.map((file) => [file, readFileSync(`e2e/inputs/${file}`, "utf8")])),
});

let project = "";
let app = "";
let server: WatchedFolder;
const answersOfChromium = new Map<string, Answer>();

test.beforeAll(async ({ browser }) => {
	project = installPackage();
	app = await buildApp(
		project,
		`import { createCompressor } from "promptsieve";\nglobalThis.compressor = createCompressor({ onProgress: (event) => globalThis.heard?.(event) });\n`,
	);
	server = await serveWatched(app);
	const page = await browser.newPage();
	await page.goto(server.origin);
	for (const [name, text] of texts) {
		const answer = await page.evaluate(
			([source, run, tokens]) => new Function(`return ${run}`)()(source, tokens),
			[text, String(answerInPage), budget] as const,
		);
		answersOfChromium.set(name, answer);
	}
	await page.close();
});

test.afterAll(async () => {
	await server.close();
	rmSync(project, { recursive: true, force: true });
});

for (const name of browserNames) {
	test(`${name}: the packed library gives what it gives in Chromium, keeps its promises, and can be cancelled`, async ({
		drive,
	}) => {
		const driver = await drive(name);
		await driver.goto(server.origin);
		const { threads, cores, sharesMemory } = await driver.evaluate(async () => {
			const compressor: Compressor = Reflect.get(globalThis, "compressor");
			const info = await compressor.load();
			const sharesMemory = typeof SharedArrayBuffer === "function";
			return { threads: info.threads, cores: navigator.hardwareConcurrency, sharesMemory };
		});
		expect(threads > 1).toBe(sharesMemory && cores > 1);
		for (const [title, text] of texts) {
			const answer = await driver.evaluate(answerInPage, text, budget);
			const expected = answersOfChromium.get(title);
			const cutAlike = name === "Firefox" ? cutAlikeInFirefox.get(title) : undefined;
			if (cutAlike === undefined) expect(answer, title).toEqual(expected);
			else expectSameReading(title, answer, expected, cutAlike);
			for (const result of answer.results) expectPromises(text, result);
			// What is protected in a file may be more than this.
			if (title in shortTexts) expect(answer.results.at(-1)?.keptTokens, title).toBeLessThanOrEqual(budget);
		}

		const outcome = await driver.evaluate(
			async (long, short) => {
				const compressor: Compressor = Reflect.get(globalThis, "compressor");
				const controller = new AbortController();
				Reflect.set(globalThis, "heard", ({ stage }: ProgressEvent) => {
					if (stage === "score") controller.abort();
				});
				const cancelled = await compressor
					.compress(long, {
						signal: AbortSignal.any([controller.signal]),
					})
					.then(
						() => "finished",
						(error) => `${error.name}, ${error.code}`,
					);
				const { text } = await compressor.compress(short);
				return { cancelled, text };
			},
			longText,
			shortTexts.English ?? "",
		);
		expect(outcome.cancelled).toBe("AbortError, aborted");
		expect(outcome.text).toBe(answersOfChromium.get("English")?.results[0]?.text);
		expect(await driver.evaluate(faultsInPage)).toEqual([]);
	});
}

/** Slices of the source, in order, with nothing but white space between them in the result; true counts. */
function expectPromises(
	source: string,
	{ text, spans, sourceTokens, keptTokens }: Answer["results"][number],
): void {
	let left = text;
	let last = 0;
	for (const [start, end] of spans) {
		expect(start).toBeGreaterThanOrEqual(last);
		last = end;
		const slice = source.slice(start, end);
		const at = left.indexOf(slice);
		expect(left.slice(0, Math.max(at, 0))).toMatch(/^\s*$/);
		expect(at).toBeGreaterThanOrEqual(0);
		left = left.slice(at + slice.length);
	}
	expect(left).toMatch(/^\s*$/);
	expect(countTokens(source)).toBe(sourceTokens);
	expect(countTokens(text)).toBe(keptTokens);
}

/** Of the words that both cut alike, at least the share `cutAlike`, the model and the rules say the same. */
function expectSameReading(
	title: string,
	answer: Answer,
	expected: Answer | undefined,
	cutAlike: number,
): void {
	const wordsOfChromium = new Map(expected?.words.map((word) => [`${word[0]}-${word[1]}`, word]));
	const pairs = answer.words.flatMap((word) => {
		const same = wordsOfChromium.get(`${word[0]}-${word[1]}`);
		return same ? [{ word, same }] : [];
	});
	expect(pairs.length / answer.words.length, title).toBeGreaterThanOrEqual(cutAlike);
	expect(
		pairs.map(({ word }) => word),
		title,
	).toEqual(pairs.map(({ same }) => same));
}
