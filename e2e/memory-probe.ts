// What a page and its workers hold in memory, after a collection of garbage: as DevTools' protocol and the operating
// system tell it.
import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "@playwright/test";

/** Bytes. */
export interface Memory {
	/** JavaScript's objects on the page, and the array buffers that they hold. */
	readonly page: number;
	/** The same of the library's worker. */
	readonly worker: number;
	/** Of the worker's wasm. */
	readonly wasm: number;
}

/** Measures a page that has one worker of the library's, started from watched-worker.js. */
export async function measureMemory(page: Page): Promise<Memory> {
	const session = await page.context().newCDPSession(page);
	const attached = new Promise<string>((resolve) => {
		session.on("Target.attachedToTarget", ({ sessionId }) => resolve(sessionId));
	});
	// Not flat, as Playwright hands out no session of a worker.
	await session.send("Target.setAutoAttach", {
		autoAttach: true,
		waitForDebuggerOnStart: false,
		flatten: false,
	});
	const askWorker = sender(session, await attached);
	const memory = {
		page: await heapOf((method) => session.send(method)),
		worker: await heapOf(askWorker),
		wasm: await wasmOf(page),
	};
	await session.detach();
	return memory;
}

async function wasmOf(page: Page): Promise<number> {
	const worker = page.workers().find((each) => each.url().endsWith("/watched-worker.js"));
	if (!worker) throw new Error("The page has no watched worker.");
	return worker.evaluate(() => wasmBytes());
}

type Ask = (method: "HeapProfiler.collectGarbage" | "Runtime.getHeapUsage") => Promise<unknown>;

async function heapOf(ask: Ask): Promise<number> {
	// The first collection runs finalizers, whose garbage the second takes.
	await ask("HeapProfiler.collectGarbage");
	await ask("HeapProfiler.collectGarbage");
	const usage = (await ask("Runtime.getHeapUsage")) as { usedSize: number; backingStorageSize: number };
	return usage.usedSize + usage.backingStorageSize;
}

function sender(session: CDPSession, sessionId: string): Ask {
	let last = 0;
	return (method) =>
		new Promise((resolve) => {
			const id = ++last;
			const hear = (event: { sessionId: string; message: string }) => {
				const answer = JSON.parse(event.message) as { id?: number; result?: unknown };
				if (event.sessionId !== sessionId || answer.id !== id) return;
				session.off("Target.receivedMessageFromTarget", hear);
				resolve(answer.result);
			};
			session.on("Target.receivedMessageFromTarget", hear);
			void session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
		});
}

/**
 * Bytes that the browser's processes of a kind hold for themselves alone.
 *
 * @param type as the protocol's SystemInfo calls it
 */
export async function processMemory(browser: Browser, type: "renderer" | "GPU"): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	await session.detach();
	const own = processInfo.filter((each) => each.type === type);
	return own.reduce((sum, { id }) => sum + anonymousBytes(id), 0);
}

function anonymousBytes(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1];
	const shared = /^RssShmem:\s+(\d+) kB$/m.exec(status)?.[1];
	return 1024 * (Number(kilobytes) + Number(shared));
}
