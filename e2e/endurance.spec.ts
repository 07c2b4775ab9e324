// The packed library under load, with the real model: many calls at once, many texts in one page, many compressors one
// after another.
import { expect, test } from "@playwright/test";
import { countWorkers, type EnduranceApp, serveEnduranceApp } from "./endurance-app.ts";
import { type Memory, measureMemory, processMemory } from "./memory-probe.ts";

let app: EnduranceApp;

test.beforeAll(async () => {
	app = await serveEnduranceApp(true);
});

test.afterAll(() => app.close());

test.describe.configure({ timeout: 300_000 });

test("200 calls at once are answered in order, each by its own text; aborts take only their own call along", async ({
	page,
}) => {
	await app.open(page);
	const { order, outcomes } = await page.evaluate(async () => {
		await compressor.load();
		const order: number[] = [];
		const middle = new AbortController();
		const call = async (at: number) => {
			const text = `Report ${1000 + at}: the server in Oslo never moved the invoice again.`;
			const signal = at % 3 === 0 ? AbortSignal.abort() : at === 100 ? middle.signal : undefined;
			try {
				const { spans } = await compressor.compress(text, { rate: 0.7, ...(signal && { signal }) });
				order.push(at);
				if (order.length === 20) middle.abort();
				return spans.map(([start, end]) => text.slice(start, end)).join("");
			} catch (error) {
				const { name, code } = error as { name: string; code: string };
				return { name, code, answeredBefore: order.length };
			}
		};
		return { outcomes: await Promise.all(Array.from({ length: 200 }, (_, at) => call(at))), order };
	});
	const isAborted = (at: number) => at % 3 === 0 || at === 100;
	expect(order).toEqual(outcomes.map((_, at) => at).filter((at) => !isAborted(at)));
	for (const [at, outcome] of outcomes.entries()) {
		if (isAborted(at)) {
			// At once: long before its turn.
			const answeredBefore = at === 100 ? 20 : 0;
			expect(outcome).toEqual({ name: "AbortError", code: "aborted", answeredBefore });
		} else expect(outcome).toContain(String(1000 + at));
	}
});

test("1,000 texts in one page leave no more memory behind than 50", async ({ page }) => {
	await app.open(page);
	await page.evaluate(() => {
		const worker = () => new Worker("./watched-worker.js", { type: "module" });
		globalThis.compressor = library.createCompressor({ device: "wasm", worker });
	});
	const compressAll = (from: number, to: number) =>
		page.evaluate(
			async ({ from, to }) => {
				for (let at = from; at < to; at++) {
					const text = `Ticket ${at}: server ${at * 7} in Oslo was moved ${at % 60} times, and nobody checked it again.`;
					const { keptTokens, sourceTokens } = await compressor.compress(text, { rate: 0.5 });
					if (!(keptTokens > 0 && keptTokens < sourceTokens)) throw new Error(`Nothing was done to: ${text}`);
				}
			},
			{ from, to },
		);
	await compressAll(0, 50);
	const early = await measureMemory(page);
	await compressAll(50, 1000);
	const late = await measureMemory(page);
	report("memory after 50 and 1,000 texts", early, late);
	for (const part of ["page", "worker", "wasm"] as const) {
		expect(early[part], part).toBeGreaterThan(0);
		expect(late[part] / early[part], part).toBeLessThan(1.05);
	}
});

test("50 compressors, loaded and disposed of, leave no worker, thread, lock or memory behind", async ({
	page,
	browser,
}) => {
	await app.open(page);
	const threads = await page.evaluate(async () => (await compressor.load()).threads);
	// The library's worker, and a worker for each thread that isn't its own.
	expect(await countWorkers(browser)).toBe(threads);
	await page.evaluate(() => compressor.dispose());
	const live = (count: number) =>
		page.evaluate(async (count) => {
			for (let round = 0; round < count; round++) {
				const own = library.createCompressor({ device: "wasm" });
				await own.load();
				await own.dispose();
			}
		}, count);
	const settled = async () => {
		await expect.poll(() => countWorkers(browser)).toBe(0);
		await expect.poll(() => heldLocks(page)).toEqual([]);
		const session = await page.context().newCDPSession(page);
		await session.send("HeapProfiler.collectGarbage");
		const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
		const { metrics } = await session.send("Performance.getMetrics");
		await session.detach();
		const listeners = metrics.find(({ name }) => name === "JSEventListeners")?.value;
		return {
			heap: usedSize + backingStorageSize,
			listeners,
			process: await processMemory(browser, "renderer"),
		};
	};
	await live(10);
	const early = await settled();
	await live(40);
	const late = await settled();
	console.log("after 10 and 50 compressors", early, late);
});

function heldLocks(page: import("@playwright/test").Page) {
	return page.evaluate(async () => {
		const { held = [], pending = [] } = await navigator.locks.query();
		return [...held, ...pending].map(({ name }) => name);
	});
}

/** In the report of the run. */
function report(what: string, early: Memory, late: Memory): void {
	const inMegabytes = (memory: Memory) =>
		Object.entries(memory)
			.map(([part, bytes]) => `${part} ${(bytes / 1e6).toFixed(1)}`)
			.join(", ");
	const description = `${what}, MB: ${inMegabytes(early)} → ${inMegabytes(late)}`;
	test.info().annotations.push({ type: "memory", description });
	console.log(description);
}
