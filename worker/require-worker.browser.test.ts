// A page that imports the worker's script as a module.
import { expect, it } from "vitest";

it("says what it is for, where it cannot work", async () => {
	await expect(import("./require-worker.ts")).rejects.toThrow(
		/^promptsieve\/worker is the script of a Web Worker, .*createCompressor/,
	);
});
