// The only place that starts a worker. A connection's calls always settle: each races the worker's
// death (error, messageerror, its life lock let go), its silence (watchdog.ts) and `close`.
import { proxy, releaseProxy, wrap } from "comlink";
import { CompressorError, type CompressorErrorCode } from "../core/error.ts";
import { invalidOption } from "../core/invalid-option.ts";
import { missingFileAdvice } from "../models/missing-file-advice.ts";
import { watchLife } from "./life-lock.ts";
import { startScript } from "./start-script.ts";
import { installThrowHandler } from "./throw-handler.ts";
import { createWatchdog, defaultSilence } from "./watchdog.ts";
import type { BeatMessage, SieveWorker } from "./worker-interface.ts";
import type { WorkerSource } from "./worker-source.ts";

/** A started worker. Every method rejects with a `CompressorError`. */
export interface Connection extends Pick<SieveWorker, "load" | "measure" | "score"> {
	/** Asks the worker to end a score; that score's own promise tells when it has. */
	cancel(jobId: number): void;
	/** Ends the worker at once; calls in flight reject with `reason`. Calling it again changes nothing. */
	close(reason: CompressorError): void;
}

/**
 * Starts a worker; tests put their own here.
 *
 * @param silence milliseconds without a sign of life, while a call is pending, after which it is taken to hang
 */
export type Connect = (source: WorkerSource, silence?: number) => Connection;

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
export function connect(source: WorkerSource, silence?: number): Connection {
	if (typeof source === "string") {
		return connectTo(startScript(source), `${source} could not be loaded. ${missingFileAdvice}`, silence);
	}
	const worker = source();
	if (!(worker instanceof Worker) || used.has(worker)) {
		throw invalidOption("worker", source, "a function that returns a new Worker each time");
	}
	used.add(worker);
	return connectTo(worker, "option worker: its script could not be loaded", silence);
}

/**
 * Speaks with a worker that exposes a {@link SieveWorker}.
 *
 * @param unstarted what to say, in a sentence's place, when its script can't be loaded; browsers don't tell why
 */
export function connectTo(worker: Worker, unstarted: string, silence?: number): Connection {
	return connectPort(browserPort(worker, unstarted), silence);
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
export function connectPort(port: WorkerPort, silence = defaultSilence): Connection {
	installThrowHandler();
	const remote = wrap<SieveWorker>(port.endpoint);
	const pending = new Set<(reason: CompressorError) => void>();
	let closedFor: CompressorError | undefined;

	const close = (reason: CompressorError) => {
		if (closedFor) return;
		closedFor = reason;
		watchdog.stop();
		port.end();
		// Comlink holds on to the worker, and with it to all that listens to it, until its proxy is let go.
		remote[releaseProxy]();
		for (const reject of pending) reject(reason);
		pending.clear();
	};
	const die = (what: string, cause?: unknown, code: CompressorErrorCode = "worker-crashed") =>
		close(new CompressorError(code, `The worker ${what.replace(/\.$/, "")}.`, { cause }));
	const watchdog = createWatchdog(silence, (allowed) =>
		die(`gave no sign of life for ${allowed / 1000} seconds and was ended`),
	);
	port.onDeath(die);
	port.endpoint.addEventListener("message", (event) => {
		const { data } = event as MessageEvent<Partial<BeatMessage> | null>;
		watchdog.sign(data?.nextWithin);
	});

	const race = async <T>(start: () => Promise<T>): Promise<T> => {
		if (closedFor) throw closedFor;
		let reject: (reason: CompressorError) => void = () => {};
		const died = new Promise<never>((_, rejectDied) => {
			reject = rejectDied;
		});
		pending.add(reject);
		const end = watchdog.begin();
		try {
			return await Promise.race([start(), died]);
		} finally {
			end();
			pending.delete(reject);
		}
	};
	/** Progress comes by a port of its own. */
	const listener = <Event>(hear: (event: Event) => void) =>
		proxy((event: Event) => {
			watchdog.sign();
			hear(event);
		});

	return {
		load: (request, onProgress) => race(() => remote.load(request, listener(onProgress))),
		measure: (reference) => race(() => remote.measure(reference)),
		score: (request, onEvent) => race(() => remote.score(request, listener(onEvent))),
		cancel: (jobId) => {
			race(async () => remote.cancel(jobId)).catch(() => {
				// The score's own promise carries the failure.
			});
		},
		close,
	};
}
