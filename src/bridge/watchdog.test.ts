import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createWatchdog } from "./watchdog.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limit = 10_000;

function watch(milliseconds = limit) {
	const onSilence = vi.fn(() => dog.stop());
	const dog = createWatchdog(milliseconds, onSilence);
	return { dog, onSilence };
}

it("reports silence of the whole limit while a call is pending", () => {
	const { dog, onSilence } = watch();
	dog.begin();
	vi.advanceTimersByTime(limit - 1);
	expect(onSilence).not.toHaveBeenCalled();
	vi.advanceTimersByTime(limit);
	expect(onSilence).toHaveBeenCalledOnce();
});

it("lets a worker live that gives signs, however long it takes", () => {
	const { dog, onSilence } = watch();
	dog.begin();
	for (let sign = 0; sign < 100; sign++) {
		vi.advanceTimersByTime(0.9 * limit);
		dog.sign();
	}
	expect(onSilence).not.toHaveBeenCalled();
});

it("expects a worker that said so to be heard sooner, until its next sign; never later than the limit", () => {
	const { dog, onSilence } = watch();
	dog.begin();
	dog.sign(5000);
	vi.advanceTimersByTime(4000);
	dog.sign();
	vi.advanceTimersByTime(0.9 * limit);
	dog.sign(100 * limit);
	vi.advanceTimersByTime(0.9 * limit);
	dog.sign(5000);
	vi.advanceTimersByTime(4000);
	expect(onSilence).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1000);
	expect(onSilence.mock.calls).toEqual([[5000]]);
});

it("does not count what was silent before the call, nor while no call is pending", () => {
	const { dog, onSilence } = watch();
	const [end, endOther] = [dog.begin(), dog.begin()];
	vi.advanceTimersByTime(0.9 * limit);
	end();
	endOther();
	vi.advanceTimersByTime(10 * limit);
	dog.begin();
	vi.advanceTimersByTime(0.9 * limit);
	expect(onSilence).not.toHaveBeenCalled();
});

it("does not take a frozen page for a hang: hours without a timer are one tick", () => {
	const { dog, onSilence } = watch();
	dog.begin();
	vi.advanceTimersByTime(0.5 * limit);
	vi.setSystemTime(Date.now() + 24 * 60 * 60 * 1000);
	vi.advanceTimersByTime(1000);
	expect(onSilence).not.toHaveBeenCalled();
});

it("never reports without a limit", () => {
	const { dog, onSilence } = watch(Number.POSITIVE_INFINITY);
	dog.begin();
	vi.advanceTimersByTime(1000 * limit);
	expect(onSilence).not.toHaveBeenCalled();
});
