import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHeart } from "./heartbeat.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function heart() {
	const beat = vi.fn();
	let end = () => {};
	const work = new Promise<void>((resolve) => {
		end = resolve;
	});
	const created = createHeart(beat);
	return { beat, end: () => end(), work: () => created.during(() => work), step: created.step };
}

it("beats while work is under way, and not before or after", async () => {
	const { beat, end, work } = heart();
	vi.advanceTimersByTime(5000);
	expect(beat).not.toHaveBeenCalled();
	const done = Promise.all([work(), work()]);
	vi.advanceTimersByTime(3000);
	expect(beat).toHaveBeenCalledTimes(4);
	end();
	await done;
	vi.advanceTimersByTime(5000);
	expect(beat).toHaveBeenCalledTimes(4);
});

it("stops when a step never ends, and goes on with the next step", () => {
	const { beat, work, step } = heart();
	void work();
	vi.advanceTimersByTime(600_000);
	expect(beat).toHaveBeenCalledTimes(121);
	step();
	vi.advanceTimersByTime(2000);
	expect(beat).toHaveBeenCalledTimes(124);
});
