import { expect, it } from "vitest";
import { SharedTask } from "./shared-task.ts";

/** A task whose runs are settled by hand. */
function controlled() {
	const runs: { resolve: (value: number) => void; reject: (error: Error) => void; signal: AbortSignal }[] =
		[];
	const task = new SharedTask<number>(
		(signal) => new Promise((resolve, reject) => runs.push({ resolve, reject, signal })),
	);
	return { task, runs };
}

const never = new AbortController().signal;

it("starts once for all its callers and keeps the result", async () => {
	const { task, runs } = controlled();
	const both = Promise.all([task.get(never), task.get(never)]);
	runs[0]?.resolve(5);
	expect(await both).toEqual([5, 5]);
	expect(await task.get(never)).toBe(5);
	expect(runs).toHaveLength(1);
});

it("evicts a failure, so that the next caller tries again", async () => {
	const { task, runs } = controlled();
	const first = task.get(never);
	runs[0]?.reject(new Error("offline"));
	await expect(first).rejects.toThrow("offline");
	const second = task.get(never);
	runs[1]?.resolve(1);
	expect(await second).toBe(1);
});

it("rejects an aborted caller at once and goes on for the others", async () => {
	const { task, runs } = controlled();
	const impatient = new AbortController();
	const first = task.get(impatient.signal);
	const second = task.get(never);
	impatient.abort();
	await expect(first).rejects.toMatchObject({ code: "aborted", name: "AbortError" });
	expect(runs[0]?.signal.aborted).toBe(false);
	runs[0]?.resolve(2);
	expect(await second).toBe(2);
});

it("is aborted when every caller has given up, and starts anew for the next", async () => {
	const { task, runs } = controlled();
	const impatient = new AbortController();
	const first = task.get(impatient.signal);
	impatient.abort();
	await expect(first).rejects.toMatchObject({ code: "aborted" });
	expect(runs[0]?.signal.aborted).toBe(true);
	const second = task.get(never);
	runs[1]?.resolve(3);
	expect(await second).toBe(3);
});

it("keeps its result when a later caller's signal aborts", async () => {
	const { task, runs } = controlled();
	const first = task.get(never);
	runs[0]?.resolve(4);
	await first;
	await expect(task.get(AbortSignal.abort())).rejects.toMatchObject({ code: "aborted" });
	expect(await task.get(never)).toBe(4);
	expect(runs).toHaveLength(1);
});

it("forgets exactly the value it's told to", async () => {
	const { task, runs } = controlled();
	const first = task.get(never);
	runs[0]?.resolve(6);
	await first;
	task.evict(7);
	expect(await task.get(never)).toBe(6);
	task.evict(6);
	const again = task.get(never);
	runs[1]?.resolve(8);
	expect(await again).toBe(8);
});
