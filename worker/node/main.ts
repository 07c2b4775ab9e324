// The entry of a Node thread: what main.ts is in a browser. Started by src/node/connect.ts.
import { parentPort } from "node:worker_threads";
import { expose } from "comlink";
import { nodeEndpoint } from "../../src/bridge/node-endpoint.ts";
import { installThrowHandler } from "../../src/bridge/throw-handler.ts";
import type { BeatMessage } from "../../src/bridge/worker-interface.ts";
import { openers } from "../files/open-url.ts";
import { createSieveWorker } from "../sieve-worker.ts";
import { openNodeRuntime } from "./node-runtime.ts";
import { openFile } from "./open-file.ts";

const port = parentPort;
if (!port) throw new Error("promptsieve's node-worker.js runs in a thread of createCompressor only.");
openers.set("file:", openFile);
installThrowHandler();
const beat = () => port.postMessage({ promptsieveBeat: true } satisfies BeatMessage);
expose(createSieveWorker(openNodeRuntime, beat), nodeEndpoint(port));
