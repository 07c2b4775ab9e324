// What happens around a compression, whichever library asks for it.
import { describe, expect, it, vi } from "vitest";
import type { TextsSummary } from "../chat/shrink-places.ts";
import { compressOr, withSignal } from "./adapter.ts";

const summary: TextsSummary = { changed: [["a"]], sourceTokens: 9, keptTokens: 5, warnings: [] };
const done = async () => ({ value: "short", summary });
const failed = async () => {
	throw new Error("broken");
};

describe("compressOr", () => {
	it.each([
		["onCompressed", done, "short"],
		["onError", failed, "long"],
	] as const)(
		"is not stopped by an %s that throws or rejects, whose error is logged",
		async (name, compress, sent) => {
			const log = vi.spyOn(console, "error").mockImplementation(() => {});
			const error = new RangeError("a listener's");
			const throwing = vi.fn(() => {
				throw error;
			});
			try {
				for (const listener of [throwing, async () => throwing()]) {
					expect(await compressOr("long", { [name]: listener }, undefined, compress)).toBe(sent);
				}
				await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2));
				expect(log.mock.calls.map(([, thrown]) => thrown)).toEqual([error, error]);
			} finally {
				log.mockRestore();
			}
			expect(throwing).toHaveBeenCalledTimes(2);
		},
	);

	it("gives the original for whatever is thrown, and rejects with the reason if the request is aborted", async () => {
		for (const thrown of [undefined, null, "text", new Error("e")]) {
			const onError = vi.fn();
			const compress = () => Promise.reject(thrown);
			expect(await compressOr("long", { onError }, new AbortController().signal, compress)).toBe("long");
			expect(onError.mock.calls).toEqual([[thrown]]);
			await expect(compressOr("long", { onError }, AbortSignal.abort("why"), compress)).rejects.toBe("why");
			expect(onError).toHaveBeenCalledTimes(1);
		}
	});

	it("waits for no compressor once the request is aborted, one that never answers or that goes on included", async () => {
		const controller = new AbortController();
		const never = compressOr("long", {}, controller.signal, () => new Promise(() => {}));
		controller.abort("stop");
		await expect(never).rejects.toBe("stop");
		await expect(compressOr("long", {}, AbortSignal.abort("why"), done)).rejects.toBe("why");
	});

	it("tells of a compression once", async () => {
		const onCompressed = vi.fn();
		expect(await compressOr("long", { onCompressed }, null, done)).toBe("short");
		expect(onCompressed.mock.calls).toEqual([[summary]]);
	});
});

describe("withSignal", () => {
	it("gives one that aborts with either", () => {
		for (const which of [0, 1]) {
			const controllers = [new AbortController(), new AbortController()] as const;
			const { signal } = withSignal({ signal: controllers[0].signal }, controllers[1].signal);
			expect(signal?.aborted).toBe(false);
			controllers[which]?.abort("why");
			expect(signal?.reason).toBe("why");
		}
	});

	it("leaves signals that are none to the request", () => {
		const foreign = { aborted: false, addEventListener() {} } as unknown as AbortSignal;
		expect(withSignal({}, foreign)).toEqual({});
		expect(withSignal({}, null)).toEqual({});
	});
});
