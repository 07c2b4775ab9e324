// The packed library where something comes between, with the real model: a cancel in the middle of ten megabytes, a
// worker that the browser has ended.
import { expect, type Page, test } from "@playwright/test";
import { type EnduranceApp, serveEnduranceApp } from "./endurance-app.ts";

let app: EnduranceApp;

test.beforeAll(async () => {
	app = await serveEnduranceApp(true);
});

test.afterAll(() => app.close());

test.describe.configure({ timeout: 300_000 });

const text = "Never restart the database on Friday, whatever the dashboard in Oslo says.";
const answer = expect.stringMatching(/Never restart/);

const compressShort = (page: Page) =>
	page.evaluate(async (text) => (await compressor.compress(text, { rate: 0.6 })).text, text);

/** Paragraphs that repeat themselves, so that the model runs few windows of them. */
const paragraphs = Array.from({ length: 30 }, (_, at) =>
	`The server in Oslo moved report ${at * 37} again, and nobody there checked the invoice for it. `.repeat(6),
);

test.describe("ten megabytes", () => {
	/** Cancels a text of 10 MB when a share of its windows is scored, or after some time before the first is. */
	const cancel = (page: Page, moment: { share: number } | { milliseconds: number }) =>
		page.evaluate(
			async ({ moment, paragraphs, text }) => {
				const megabytes = paragraphs.join("\n\n").concat("\n\n");
				const long = megabytes.repeat(Math.ceil(10_000_000 / megabytes.length));
				const controller = new AbortController();
				let [stages, abortedAt] = ["", 0];
				const abort = () => {
					abortedAt = performance.now();
					controller.abort();
				};
				const own = library.createCompressor({
					device: "wasm",
					onProgress(event) {
						if (event.stage !== "score" || event.total < 1000) return;
						if (abortedAt > 0) stages += "after the abort";
						if ("share" in moment && abortedAt === 0 && event.done >= moment.share * event.total) abort();
					},
				});
				await own.load();
				if ("milliseconds" in moment) setTimeout(abort, moment.milliseconds);
				const failure = await own.score(long, { signal: controller.signal }).then(
					() => "It was scored.",
					(error: { name: string }) => error.name,
				);
				const heard = performance.now() - abortedAt;
				const next = await own.compress(text, { rate: 0.6 });
				const ready = performance.now() - abortedAt;
				await own.dispose();
				return { failure, stages, next: next.text, heard, ready, length: long.length };
			},
			{ moment, paragraphs, text },
		);

	for (const [when, moment] of [
		["while the text is read", { milliseconds: 300 }],
		["while it is tokenized", { milliseconds: 5000 }],
		["half-way through its windows", { share: 0.5 }],
	] as const) {
		test(`cancelled ${when} make room for the next text`, async ({ page }) => {
			await app.open(page);
			const { heard, ready, ...outcome } = await cancel(page, moment);
			const description = `caller ${heard.toFixed(0)} ms, next text ${ready.toFixed(0)} ms`;
			test.info().annotations.push({ type: "heard", description });
			console.log(when, description);
			expect(outcome).toMatchObject({ failure: "AbortError", stages: "", next: answer });
			expect(outcome.length).toBeGreaterThanOrEqual(10_000_000);
		});
	}
});

test("a worker that was ended while idle is replaced by the next call", async ({ page }) => {
	await app.open(page);
	expect(await compressShort(page)).toEqual(answer);
	const [worker] = page.workers().filter((each) => each.url().endsWith("/worker.js"));
	const closed = worker?.waitForEvent("close");
	await worker?.evaluate(() => self.close());
	await closed;
	const other = await page.evaluate(
		async () => (await compressor.compress("The report was never sent.")).text,
	);
	expect(other).toMatch(/never/);
});
