// The fake hub with the embedded model on it, as if it were a published one.
import { readFileSync } from "node:fs";
import { type HubServer, startHub } from "./hub-server.ts";

const files = ["manifest.json", "self-test.json", "tokenizer.json", "model-int8.onnx"];

/** Beside the small models of e2e/hub. */
export async function startEmbeddedHub(): Promise<HubServer> {
	const hub = await startHub("e2e/hub");
	for (const name of files) {
		hub.put(`promptsieve/embedded/${name}`, readFileSync(`public/models/embedded/${name}`));
	}
	return hub;
}
