import { afterEach, expect, it, vi } from "vitest";
import { installOtherBrowsers } from "./other-browsers.js";

afterEach(() => void vi.unstubAllEnvs());

const here = import.meta.filename;

it("takes the programs that a person has chosen", async () => {
	const chosen = { PROMPTSIEVE_FIREFOX: here, PROMPTSIEVE_WEBKIT_DRIVER: here, PROMPTSIEVE_XVFB: here };
	for (const [name, path] of Object.entries(chosen)) vi.stubEnv(name, path);
	expect(await installOtherBrowsers()).toEqual(chosen);
});

it("says which chosen one is missing, and takes no other in its place", async () => {
	vi.stubEnv("PROMPTSIEVE_FIREFOX", "/nowhere/firefox");
	const error = vi.spyOn(console, "error").mockImplementation(() => {});
	expect(await installOtherBrowsers()).toBeUndefined();
	expect(error.mock.calls).toEqual([
		["PROMPTSIEVE_FIREFOX names /nowhere/firefox, and there is no such file."],
	]);
});
