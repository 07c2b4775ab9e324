// A file on the fake hub, for tests of downloads in Node: whole again before each of them.
import { createHash } from "node:crypto";
import { afterAll, beforeEach } from "vitest";
import { hubFile } from "../../e2e/hub-file.ts";
import { type HubRequest, type HubServer, startHub } from "../../e2e/hub-server.ts";

export interface FileOnHub {
	readonly hub: HubServer;
	/** Its name for the hub's `put` and `breakNext`. */
	readonly path: string;
	readonly url: string;
	readonly file: Uint8Array;
	/** What it's after the fault `change`: another one of the same size. */
	readonly other: Uint8Array;
	/** Of `file`. */
	readonly sha256: string;
	/** What the hub has been asked for by this test. */
	requests(): readonly HubRequest[];
}

/** To be called once by a test file, outside of its tests, which may then use the hub; it's closed after them. */
export async function fileOnHub(size: number): Promise<FileOnHub> {
	const path = "owner/name/model.onnx";
	const file = hubFile(size, 0);
	const hub = await startHub("/nowhere");
	let asked = 0;
	beforeEach(() => {
		hub.put(path, file);
		hub.breakNext(path, []);
		asked = hub.requests.length;
	});
	afterAll(() => hub.close());
	return {
		hub,
		path,
		url: urlOn(hub),
		file,
		other: file.map((byte) => byte ^ 2),
		sha256: createHash("sha256").update(file).digest("hex"),
		requests: () => hub.requests.slice(asked),
	};
}

/** Where the file is on any hub. */
export function urlOn({ origin }: HubServer): string {
	return `${origin}/owner/name/resolve/main/model.onnx`;
}
