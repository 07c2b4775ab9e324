import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchThreads } from "./watch-threads.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A scope whose workers do nothing by themselves. */
function threads() {
	const started: EventTarget[] = [];
	class Thread extends EventTarget {
		readonly got: unknown[] = [];
		readonly url: string;

		constructor(url: string) {
			super();
			this.url = url;
			started.push(this);
		}

		postMessage(message: unknown): void {
			this.got.push(message);
		}
	}
	const postMessage = vi.fn();
	const scope = { Worker: Thread as unknown as typeof Worker, postMessage };
	return { scope, started, Thread };
}

const never = new Promise<never>(() => {});

it("ends the start when a thread fails before anybody listens to it", async () => {
	const { scope, started, Thread } = threads();
	const start = watchThreads(() => {
		new scope.Worker("ort.mjs");
		return never;
	}, scope);
	started[0]?.dispatchEvent(new Event("error"));
	await expect(start).rejects.toThrow("a thread could not be loaded");
	expect(scope.Worker).toBe(Thread);
});

it("says what a thread failed with", async () => {
	const { scope, started } = threads();
	const start = watchThreads(() => {
		new scope.Worker("ort.mjs");
		return never;
	}, scope);
	started[0]?.dispatchEvent(Object.assign(new Event("error"), { message: "no memory" }));
	await expect(start).rejects.toThrow("a thread failed: no memory");
});

it("ends the start when a thread with work to do is silent for half a minute", async () => {
	const { scope, started } = threads();
	const start = watchThreads(() => {
		const [first, second] = [new scope.Worker("ort.mjs"), new scope.Worker("ort.mjs")];
		// While the wasm is compiled they have nothing to say.
		setTimeout(() => {
			first.postMessage("load");
			second.postMessage("load");
			started[0]?.dispatchEvent(new Event("message"));
		}, 60_000);
		return never;
	}, scope);
	const ended = vi.fn();
	start.catch(ended);
	await vi.advanceTimersByTimeAsync(60_000 + 29_000);
	expect(ended).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1000);
	expect(ended.mock.calls).toEqual([[new Error("a thread did not answer for 30 seconds")]]);
});

it("settles as the start does, hands messages on, and leaves nothing behind", async () => {
	const { scope, started, Thread } = threads();
	const answer = await watchThreads(async () => {
		new scope.Worker("ort.mjs").postMessage("load");
		return "session";
	}, scope);
	expect(answer).toBe("session");
	expect(started).toMatchObject([{ url: "ort.mjs", got: ["load"] }]);
	expect(scope.Worker).toBe(Thread);
	expect(vi.getTimerCount()).toBe(0);
	const failure = new Error("no graph");
	await expect(watchThreads(() => Promise.reject(failure), scope)).rejects.toBe(failure);
});

it("says before it starts a thread how soon it will be heard again, and then that it has", async () => {
	const { scope } = threads();
	await watchThreads(async () => new scope.Worker("ort.mjs"), scope);
	expect(scope.postMessage.mock.calls).toEqual([
		[{ promptsieveBeat: true, nextWithin: 10_000 }],
		[{ promptsieveBeat: true }],
	]);
});
