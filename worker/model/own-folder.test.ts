// What is refused of a manifest.json, by name.
import { afterEach, expect, it, vi } from "vitest";
import embedded from "../../public/models/embedded/manifest.json" with { type: "json" };
import type { Locate } from "./model-folder.ts";
import { readOwnFolder } from "./own-folder.ts";

const locate: Locate = (name) => ({ name, url: `https://models.example/${name}` });

function serve(fields: object): void {
	vi.stubGlobal("fetch", async () => Response.json({ ...embedded, ...fields }));
}

afterEach(() => vi.unstubAllGlobals());

it.each([undefined, 16, 512])("takes windowTokens %s", async (windowTokens) => {
	serve({ windowTokens });
	const folder = await readOwnFolder("embedded", "wasm", locate);
	expect(folder.frame({ json: {}, family: "", idCount: 0 }).windowTokens).toBe(windowTokens);
});

it.each([15, 513, 256.5, "256", null])("refuses windowTokens %j", async (windowTokens) => {
	serve({ windowTokens });
	await expect(readOwnFolder("embedded", "wasm", locate)).rejects.toMatchObject({
		code: "model-load-failed",
		message: expect.stringContaining(
			`manifest.json: windowTokens must be an integer from 16 to maxTokens; it is ${JSON.stringify(windowTokens)}`,
		),
	});
});
