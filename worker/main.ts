// The worker's entry: exposes the sieve and nothing else. Started by src/bridge/connect.ts.
import "./require-worker.ts";
import { expose } from "comlink";
import { installThrowHandler } from "../src/bridge/throw-handler.ts";
import type { BeatMessage } from "../src/bridge/worker-interface.ts";
import { openBrowserRuntime } from "./device/browser-runtime.ts";
import { holdLifeLock } from "./hold-life-lock.ts";
import { createSieveWorker } from "./sieve-worker.ts";

installThrowHandler();
expose(
	createSieveWorker(openBrowserRuntime, () => postMessage({ promptsieveBeat: true } satisfies BeatMessage)),
);
holdLifeLock();
