import { expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import { JobQueue } from "./job-queue.ts";

const never = new AbortController().signal;

/** A job that is settled by hand and says when it was started. */
function job() {
	let finish: (value: string) => void = () => {};
	let fail: (error: Error) => void = () => {};
	const state = { started: false };
	const run = () => {
		state.started = true;
		return new Promise<string>((resolve, reject) => {
			finish = resolve;
			fail = reject;
		});
	};
	return { run, state, finish: (value: string) => finish(value), fail: (error: Error) => fail(error) };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it("runs one job at a time, in order, also after a failure", async () => {
	const queue = new JobQueue();
	const [a, b] = [job(), job()];
	const first = queue.add(a.run, never);
	const second = queue.add(b.run, never);
	await turn();
	expect([a.state.started, b.state.started]).toEqual([true, false]);
	a.fail(new Error("no"));
	await expect(first).rejects.toThrow("no");
	await turn();
	b.finish("yes");
	expect(await second).toBe("yes");
});

it("never starts a job that was aborted while it waited", async () => {
	const queue = new JobQueue();
	const [a, b] = [job(), job()];
	const controller = new AbortController();
	const first = queue.add(a.run, never);
	const second = queue.add(b.run, controller.signal);
	controller.abort();
	await expect(second).rejects.toMatchObject({ code: "aborted" });
	await turn();
	a.finish("done");
	await first;
	await turn();
	expect(b.state.started).toBe(false);
});

it("rejects an aborted running job at once, but starts the next only when it has ended", async () => {
	const queue = new JobQueue();
	const [a, b] = [job(), job()];
	const controller = new AbortController();
	const first = queue.add(a.run, controller.signal);
	const second = queue.add(b.run, never);
	await turn();
	controller.abort();
	await expect(first).rejects.toMatchObject({ name: "AbortError" });
	await turn();
	expect(b.state.started).toBe(false);
	a.finish("late");
	await turn();
	b.finish("next");
	expect(await second).toBe("next");
});

it("rejects with the signal's own CompressorError", async () => {
	const reason = new CompressorError("disposed", "over");
	const result = new JobQueue().add(async () => 1, AbortSignal.abort(reason));
	await expect(result).rejects.toBe(reason);
});
