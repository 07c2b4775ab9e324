import { expect, it, vi } from "vitest";
import { trustThreads } from "./trust-threads.ts";

it("makes a default policy that lets a script's URL through", () => {
	const createPolicy = vi.fn();
	expect(trustThreads({ trustedTypes: { defaultPolicy: null, createPolicy } })).toBe(true);
	expect(createPolicy).toHaveBeenCalledWith("default", { createScriptURL: expect.any(Function) });
	expect(createPolicy.mock.calls[0]?.[1].createScriptURL("https://a.example/ort.mjs")).toBe(
		"https://a.example/ort.mjs",
	);
});

it("makes none where there is one, and needs none where there are no Trusted Types", () => {
	const createPolicy = vi.fn();
	expect(trustThreads({ trustedTypes: { defaultPolicy: {}, createPolicy } })).toBe(true);
	expect(trustThreads({})).toBe(true);
	expect(createPolicy).not.toHaveBeenCalled();
});

it("leaves one thread where the page's policy allows none", () => {
	const createPolicy = () => {
		throw new TypeError('Policy "default" disallowed.');
	};
	expect(trustThreads({ trustedTypes: { defaultPolicy: null, createPolicy } })).toBe(false);
});
