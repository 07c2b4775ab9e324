// The only place that starts a worker. A connection's calls always settle: each races the worker's
// death (error, messageerror, its life lock let go) and `close`.
import { proxy, wrap } from "comlink";
import { CompressorError, type CompressorErrorCode } from "../core/error.ts";
import { invalidOption } from "../core/invalid-option.ts";
import { missingFileAdvice } from "../models/missing-file-advice.ts";
import { watchLife } from "./life-lock.ts";
import { startScript } from "./start-script.ts";
import { installThrowHandler } from "./throw-handler.ts";
import type { SieveWorker } from "./worker-interface.ts";

/** A started worker. Every method rejects with a `CompressorError`. */
export interface Connection extends Pick<SieveWorker, "load" | "score"> {
	/** Asks the worker to end a score; that score's own promise tells when it has. */
	cancel(jobId: number): void;
	/** Ends the worker at once; calls in flight reject with `reason`. Calling it again changes nothing. */
	close(reason: CompressorError): void;
}

/** Where a worker comes from: the URL of its script, or the caller's own function. */
export type WorkerSource = string | (() => Worker);

/** Starts a worker; tests put their own here. */
export type Connect = (source: WorkerSource) => Connection;

/** Comlink's `Endpoint`, which the package's types cannot name: comlink is part of its code, not a dependency. */
export interface MessageEndpoint {
	postMessage(message: unknown, transfer?: Transferable[]): void;
	addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: object): void;
	removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: object): void;
}

/** What a connection needs of a worker: the browser's and Node's look alike through this. */
export interface WorkerPort {
	readonly endpoint: MessageEndpoint;
	/** Calls `report` with what happened ("The worker" before it) when the worker can answer no more. */
	onDeath(report: (what: string, cause?: unknown, code?: CompressorErrorCode) => void): void;
	/** Ends the worker; its death is no news then. */
	end(): void;
}

const used = new WeakSet<Worker>();

/** Starts the library's worker. Costs one script; nothing is loaded before `load` is called. */
export function connect(source: WorkerSource): Connection {
	if (typeof source === "string") {
		return connectTo(startScript(source), `${source} could not be loaded. ${missingFileAdvice}`);
	}
	const worker = source();
	if (!(worker instanceof Worker) || used.has(worker)) {
		throw invalidOption("worker", source, "a function that returns a new Worker each time");
	}
	used.add(worker);
	return connectTo(worker, "option worker: its script could not be loaded");
}

/**
 * Speaks with a worker that exposes a {@link SieveWorker}.
 *
 * @param unstarted what to say, in a sentence's place, when its script can't be loaded; browsers don't tell why
 */
export function connectTo(worker: Worker, unstarted: string): Connection {
	return connectPort(browserPort(worker, unstarted));
}

function browserPort(worker: Worker, unstarted: string): WorkerPort {
	let stopWatching = () => {};
	return {
		endpoint: worker,
		onDeath(report) {
			worker.addEventListener("error", (event) => {
				event.preventDefault();
				if (event.message) report(`failed: ${event.message}`, event.error);
				// A file that is not there, as any other of the package's would be.
				else report(`could not be started: ${unstarted}`, event.error, "model-load-failed");
			});
			worker.addEventListener("messageerror", () => report("sent a message that could not be read"));
			stopWatching = watchLife(worker, () => report("ended unexpectedly"));
		},
		end() {
			stopWatching();
			worker.terminate();
		},
	};
}

/** Speaks with a worker through a port that has just been made. */
export function connectPort(port: WorkerPort): Connection {
	installThrowHandler();
	const remote = wrap<SieveWorker>(port.endpoint);
	const pending = new Set<(reason: CompressorError) => void>();
	let closedFor: CompressorError | undefined;

	const close = (reason: CompressorError) => {
		if (closedFor) return;
		closedFor = reason;
		port.end();
		for (const reject of pending) reject(reason);
		pending.clear();
	};
	port.onDeath((what, cause, code = "worker-crashed") =>
		close(new CompressorError(code, `The worker ${what.replace(/\.$/, "")}.`, { cause })),
	);

	const race = async <T>(start: () => Promise<T>): Promise<T> => {
		if (closedFor) throw closedFor;
		let reject: (reason: CompressorError) => void = () => {};
		const died = new Promise<never>((_, rejectDied) => {
			reject = rejectDied;
		});
		pending.add(reject);
		try {
			return await Promise.race([start(), died]);
		} finally {
			pending.delete(reject);
		}
	};

	return {
		load: (request, onProgress) => race(() => remote.load(request, proxy(onProgress))),
		score: (request, onProgress) => race(() => remote.score(request, proxy(onProgress))),
		cancel: (jobId) => {
			race(async () => remote.cancel(jobId)).catch(() => {
				// The score's own promise carries the failure.
			});
		},
		close,
	};
}
