// The packed library in a stranger's app: the README's example, run in Chromium with the real model.
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { expect, test } from "@playwright/test";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { buildApp, installPackage, readmeExample } from "./package-app.ts";
import { serveFolder } from "./static-server.ts";

/** What the example leaves behind for the tests. */
interface ExampleOutcome {
	readonly prompt: string;
	readonly info: { readonly device: string; readonly threads: number };
	readonly result: {
		readonly text: string;
		readonly spans: readonly (readonly [number, number])[];
		readonly sourceTokens: number;
		readonly keptTokens: number;
	};
}

const budget = 60;

let project = "";
let app = "";

test.beforeAll(async () => {
	project = installPackage();
	const example = readmeExample();
	expect(example).toContain(`targetTokens: ${budget}`);
	// The example's own names, handed out; its last line may dispose the compressor.
	const script = `${example}\nglobalThis.outcome = { prompt, result, info };\n`;
	app = await buildApp(project, script);
});

test.afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

for (const isolated of [true, false]) {
	test(`the README's example ${isolated ? "with" : "without"} cross-origin isolation`, async ({ page }) => {
		const server = await serveFolder(app, isolated);
		const requests: string[] = [];
		page.context().on("request", (request) => requests.push(request.url()));
		try {
			await page.goto(server.origin);
			const outcome = await page.waitForFunction(() => Reflect.get(globalThis, "outcome"));
			const { prompt, result, info }: ExampleOutcome = await outcome.jsonValue();

			expect(result.keptTokens).toBeLessThanOrEqual(budget);
			expect(countTokens(result.text)).toBe(result.keptTokens);
			expect(countTokens(prompt)).toBe(result.sourceTokens);
			expect(result.sourceTokens).toBeGreaterThan(budget);
			expect(result.spans.length).toBeGreaterThan(1);
			expect(leftOver(prompt, result)).toMatch(/^\s*$/);

			const severalThreads = info.device === "wasm" && isolated && cpus().length > 1;
			expect(info.threads > 1).toBe(severalThreads);

			expect(requests.some((url) => url.endsWith(".wasm"))).toBe(true);
			expect(requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith("data:"))).toEqual(
				[],
			);
		} finally {
			await server.close();
		}
	});
}

/** What is left of the result when its kept spans, taken from the source in order, are cut out of it. */
function leftOver(source: string, { text, spans }: ExampleOutcome["result"]): string {
	let rest = "";
	let at = 0;
	let sourceEnd = 0;
	for (const [start, end] of spans) {
		expect(start).toBeGreaterThanOrEqual(sourceEnd);
		const kept = source.slice(start, end);
		const found = text.indexOf(kept, at);
		expect(found, `"${kept}" in order`).toBeGreaterThanOrEqual(at);
		rest += text.slice(at, found);
		at = found + kept.length;
		sourceEnd = end;
	}
	return rest + text.slice(at);
}
