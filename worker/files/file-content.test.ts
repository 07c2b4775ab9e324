import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FileContent } from "./file-content.ts";

afterEach(() => vi.unstubAllGlobals());

const chunk = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index * 31) % 256);

async function fill(content: FileContent, chunks: number): Promise<string> {
	const hash = createHash("sha256");
	for (let i = 0; i < chunks; i++) {
		await content.append(chunk);
		hash.update(chunk);
	}
	return hash.digest("hex");
}

describe("the hash", () => {
	it.each([
		["small, at once", 3, 3],
		["large, piece by piece", 65, 65],
		["of unknown size", 3, undefined],
	])("of a file that is %s", async (_name, chunks, size) => {
		const content = new FileContent(size && size << 20, true);
		const expected = await fill(content, chunks);
		expect(await content.sha256()).toBe(expected);
	});

	it("of a large one that has started over", async () => {
		const content = new FileContent(65 << 20, true);
		await fill(content, 2);
		content.reset();
		const expected = await fill(content, 65);
		expect(await content.sha256()).toBe(expected);
	});

	it("is there in insecure contexts, which have no crypto.subtle", async () => {
		vi.stubGlobal("crypto", {});
		const content = new FileContent(2 << 20, true);
		const expected = await fill(content, 2);
		expect(await content.sha256()).toBe(expected);
	});
});

it("a file of known size is in memory once", async () => {
	const content = new FileContent(3 << 20, false);
	await fill(content, 1);
	const { buffer } = content.slice(0, 1);
	await fill(content, 2);
	expect(content.whole().buffer).toBe(buffer);
	expect(content.whole()).toHaveLength(3 << 20);
});

it("a file of unknown size ends with a buffer of its size", async () => {
	const content = new FileContent(undefined, false);
	await fill(content, 3);
	expect(content.whole().buffer.byteLength).toBe(3 << 20);
});
