// What screen readers are told, and that it does not stay.
import { afterEach, expect, it, vi } from "vitest";
import { LiveRegion } from "./live-region.ts";

afterEach(() => {
	vi.useRealTimers();
});

it("a message is there to be read, the same one again as another, and goes when it is old", () => {
	vi.useFakeTimers();
	const region = new LiveRegion();
	region.say("Compressed.");
	vi.advanceTimersByTime(9_000);
	expect(region.root.textContent).toBe("Compressed.");
	region.say("Compressed.");
	expect(region.root.textContent).toBe("Compressed.\u00a0");
	vi.advanceTimersByTime(9_000);
	expect(region.root.textContent).toBe("Compressed.\u00a0");
	vi.advanceTimersByTime(1_000);
	expect(region.root.textContent).toBe("");
});
