// The packed library under load, with the real model in short windows: many calls at once, many texts in one page, many
// compressors one after another.
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { countWorkers, type EnduranceApp, serveEnduranceApp } from "./endurance-app.ts";
import { measureMemory, processMemory } from "./memory-probe.ts";

let app: EnduranceApp;

test.beforeAll(async () => {
	// What it holds is its weights, however long a window is.
	app = await serveEnduranceApp(true, "short");
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

/** Compressors in all, and those after which memory is first measured. */
const rounds = { all: 50, first: 10 };

test(`${rounds.all} compressors, loaded and disposed of, leave no worker, thread, lock or memory behind`, async ({
	page,
	browser,
}) => {
	await app.open(page);
	await loadAndDispose(page, "wasm", rounds.first);
	const early = await settle(page, browser);
	const threads = await page.evaluate(async () => (await compressor.load()).threads);
	// The library's worker, and one for each thread that isn't its own.
	expect(await countWorkers(browser)).toBe(threads);
	const one = (await processMemory(browser, "renderer")) - early.process;
	await page.evaluate(() => compressor.dispose());
	await loadAndDispose(page, "wasm", rounds.all - rounds.first);
	const late = await settle(page, browser);
	report(
		`memory after ${rounds.first} and ${rounds.all} compressors (loaded, one holds ${inMegabytes(one)})`,
		early,
		late,
	);
	// A compressor that is held on to holds 4 MB of heap and 5 listeners: the last one perhaps, and no other.
	expect(late.heap - early.heap).toBeLessThan(6e6);
	expect(late.listeners - early.listeners).toBeLessThanOrEqual(5);
	// A process gives back what it likes, but not one whole compressor more than it took.
	expect(late.process - early.process).toBeLessThan(one);
});

test("on WebGPU a compressor gives its device's memory back", async () => {
	const { launchOptions } = test.info().project.use;
	const browser = await chromium.launch({
		...launchOptions,
		args: [...(launchOptions?.args ?? []), "--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"],
	});
	const page = await browser.newPage();
	await app.open(page);
	const before = await processMemory(browser, "GPU");
	const loaded = await page.evaluate(async () => {
		globalThis.compressor = library.createCompressor({ device: "webgpu" });
		return compressor.load();
	});
	expect(loaded.device).toBe("webgpu");
	const one = (await processMemory(browser, "GPU")) - before;
	await page.evaluate(() => compressor.dispose());
	const early = await settle(page, browser);
	await loadAndDispose(page, "webgpu", 3);
	const late = await settle(page, browser);
	report(`memory after 1 and 4 compressors on WebGPU (loaded, one holds ${inMegabytes(one)})`, early, late);
	expect(late.gpu - early.gpu).toBeLessThan(one);
	await browser.close();
});

function loadAndDispose(page: Page, device: "wasm" | "webgpu", count: number): Promise<void> {
	return page.evaluate(
		async ({ device, count }) => {
			for (let round = 0; round < count; round++) {
				const own = library.createCompressor({ device });
				await own.load();
				await own.dispose();
			}
		},
		{ device, count },
	);
}

/** What is there once nothing of any compressor is. */
async function settle(page: Page, browser: Browser) {
	await expect.poll(() => countWorkers(browser)).toBe(0);
	await expect.poll(() => locksOf(page)).toEqual([]);
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable");
	// The first collection runs finalizers, in a task of their own, whose garbage the next ones take.
	for (let i = 0; i < 3; i++) {
		await session.send("HeapProfiler.collectGarbage");
		await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
	}
	const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
	const { metrics } = await session.send("Performance.getMetrics");
	await session.detach();
	return {
		heap: usedSize + backingStorageSize,
		listeners: metrics.find(({ name }) => name === "JSEventListeners")?.value ?? Number.NaN,
		process: await processMemory(browser, "renderer"),
		gpu: await processMemory(browser, "GPU"),
	};
}

function locksOf(page: Page) {
	return page.evaluate(async () => {
		const { held = [], pending = [] } = await navigator.locks.query();
		return [...held, ...pending].map(({ name }) => name);
	});
}

/** In the report of the run. */
function report<Parts extends object>(what: string, early: Parts, late: Parts): void {
	const list = (memory: Parts) =>
		Object.entries(memory)
			.map(([part, count]) => `${part} ${part === "listeners" ? count : inMegabytes(Number(count))}`)
			.join(", ");
	const description = `${what}: ${list(early)} → ${list(late)}`;
	test.info().annotations.push({ type: "memory", description });
	console.log(description);
}

function inMegabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
