// The order of a load, on the embedded model's own files: what has to wait for what.
import { createReadStream } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { basename, extname } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { OpenRuntime } from "../device/runtime.ts";
import { loadModel } from "./load-model.ts";

const require = createRequire(import.meta.url);
const modelFolder = new URL("../../public/models/embedded/", import.meta.url);

/** What happened, in turn. */
let order: string[];
let server: Server;
let origin: string;
/** The server hands out the weights when this is called. */
let release: () => void;

beforeEach(async () => {
	order = [];
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	server = createServer(async ({ url = "" }, response) => {
		const name = basename(url);
		if (extname(name) === ".onnx") {
			await held;
			order.push("weights");
		}
		const isRuntime = url.startsWith("/ort/");
		createReadStream(
			isRuntime ? require.resolve(`onnxruntime-web/${name}`) : new URL(name, modelFolder),
		).pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterEach(() => {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
});

it("starts the runtime while the weights come, and says that it failed once they are there", async () => {
	const openRuntime: OpenRuntime = async ({ web }) => {
		order.push(web ? "runtime" : "runtime without its files");
		release();
		throw new Error("no thread could be started");
	};
	const request = {
		model: { id: "embedded", url: `${origin}models/` },
		device: "wasm",
		wasmUrl: `${origin}ort/`,
	} as const;
	const loading = loadModel(
		request,
		({ stage }) => {
			if (stage === "warm-up") order.push(stage);
		},
		openRuntime,
	);
	await expect(loading).rejects.toMatchObject({
		code: "model-load-failed",
		message: expect.stringMatching(
			/^The runtime could not be started \(.*\.mjs\): no thread could be started$/,
		),
	});
	expect(order).toEqual(["runtime", "weights", "warm-up"]);
});
