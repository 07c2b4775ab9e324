// In Node: a listener of the caller's ends no process.
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from "vitest";
import { tell } from "./tell.ts";

const error = new Error("a listener's");
let log: MockInstance<typeof console.error>;

beforeEach(() => {
	log = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => log.mockRestore());

it.each<[string, () => unknown]>([
	[
		"throws",
		() => {
			throw error;
		},
	],
	["rejects", () => Promise.reject(error)],
	[
		"answers a thenable that rejects",
		() => new Proxy({}, { get: () => (_: unknown, reject: (why: Error) => void) => reject(error) }),
	],
	[
		"answers what can't be looked at",
		() =>
			new Proxy(
				{},
				{
					get() {
						throw error;
					},
				},
			),
	],
])("logs the error of a listener that %s", async (_, listener) => {
	const uncaught = vi.fn();
	process.on("unhandledRejection", uncaught);
	tell(listener as () => void, 1);
	await vi.waitFor(() => expect(log.mock.calls).toEqual([[expect.stringMatching(/^promptsieve: /), error]]));
	process.off("unhandledRejection", uncaught);
	expect(uncaught).not.toHaveBeenCalled();
});

it("logs in a server that would end at a reported error", () => {
	const report = vi.fn();
	vi.stubGlobal("reportError", report);
	tell(() => {
		throw error;
	}, 1);
	vi.unstubAllGlobals();
	expect(report).not.toHaveBeenCalled();
	expect(log).toHaveBeenCalledTimes(1);
});

it("hands the event over, and needs no listener", () => {
	const listener = vi.fn();
	tell(listener, { loaded: 1 });
	tell(undefined, 1);
	expect(listener.mock.calls).toEqual([[{ loaded: 1 }]]);
	expect(log).not.toHaveBeenCalled();
});
