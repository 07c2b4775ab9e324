import { expect, it, vi } from "vitest";
import { raceAbort } from "./abort.ts";

it("adds one listener to a signal, however many wait for it, and rejects all of them", async () => {
	const abort = new AbortController();
	const added = vi.spyOn(abort.signal, "addEventListener");
	const never = new Promise<never>(() => {});
	const raced = Array.from({ length: 20 }, () => raceAbort(never, abort.signal));
	const done = raceAbort(Promise.resolve(1), abort.signal);
	expect(added).toHaveBeenCalledTimes(1);
	expect(await done).toBe(1);
	abort.abort();
	const settled = await Promise.allSettled(raced);
	expect(settled).toHaveLength(20);
	for (const each of settled) expect(each).toMatchObject({ status: "rejected", reason: { code: "aborted" } });
});
