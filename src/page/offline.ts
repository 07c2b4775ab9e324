// Keeps the page for use without a network and finds its new versions, through the service worker. It is
// registered when the model has loaded and nothing is being read: it then finds the files in the browser's cache
// and competes with nobody. A browser that has or allows no service worker costs only this.
import type { PageMessage, ServiceWorkerMessage } from "../../service-worker/messages.ts";
import type { Engine } from "./engine.ts";
import { type Observable, observable } from "./observable.ts";

export type OfflineState =
	/** Nothing was tried yet. */
	| "not-yet"
	| "storing"
	/** The page opens without a network. */
	| "kept"
	| "no-space"
	| "failed"
	/** The browser has no service workers, or not for this page. */
	| "impossible";

/** `"waiting"`: it is stored, and a reload could bring it. `"running"`: another tab has brought it. */
export type NewVersion = "none" | "waiting" | "running";

export interface Offline {
	readonly state: Observable<OfflineState>;
	readonly newVersion: Observable<NewVersion>;
	/** Lets the new version take over, and reloads the page. */
	update(): void;
}

export function createOffline(engine: Engine): Offline {
	const state = observable<OfflineState>("not-yet");
	const newVersion = observable<NewVersion>("none");
	const workers = serviceWorkers();
	let registration: ServiceWorkerRegistration | undefined;
	let reloads = false;

	function update(): void {
		reloads = true;
		if (registration?.waiting) post(registration.waiting, { kind: "activate" });
		else location.reload();
	}

	if (workers === undefined) {
		state.set("impossible");
		return { state, newVersion, update };
	}

	const container = workers;
	let hadController = container.controller !== null;
	container.addEventListener("controllerchange", () => {
		if (reloads) location.reload();
		// Another tab has brought the new version.
		else if (hadController) newVersion.set("running");
		hadController = true;
	});
	container.addEventListener("message", ({ data }: MessageEvent<ServiceWorkerMessage>) => {
		state.set(data.kind === "kept" ? "kept" : data.why);
	});

	async function register(): Promise<void> {
		state.set("storing");
		try {
			const url = new URL("service-worker.js", document.baseURI);
			registration = await container.register(url, { updateViaCache: "none" });
			watchForUpdate(registration, () => {
				if (container.controller !== null) newVersion.set("waiting");
			});
			const { active } = await container.ready;
			const model = engine.model.value;
			if (active && model.kind === "ready") post(active, { kind: "keep", device: model.info.device });
		} catch {
			state.set("failed");
		}
	}

	function look(): void {
		if (state.value !== "not-yet") return;
		const { kind } = engine.model.value;
		// A version that cannot load its model still has to find the one that can.
		const settled = kind === "ready" || (kind === "failed" && container.controller !== null);
		const reads = engine.state.value.kind === "waiting" || engine.state.value.kind === "scoring";
		if (settled && !reads) void register();
	}

	engine.model.subscribe(look);
	engine.state.subscribe(look);
	return { state, newVersion, update };
}

function watchForUpdate(registration: ServiceWorkerRegistration, tell: () => void): void {
	function look(): void {
		if (registration.waiting) tell();
		registration.installing?.addEventListener("statechange", () => {
			if (registration.waiting) tell();
		});
	}
	registration.addEventListener("updatefound", look);
	look();
}

function post(worker: ServiceWorker, message: PageMessage): void {
	worker.postMessage(message);
}

/** Absent in insecure contexts and some private windows; reading it throws in a sandboxed frame. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
	if (!import.meta.env.PROD) return undefined;
	try {
		return (navigator as Partial<Navigator>).serviceWorker;
	} catch {
		return undefined;
	}
}
