// Which device was faster, remembered from one visit to the next: localStorage, which may be absent, full or forbidden.
// Then nothing is remembered, and the devices are measured again.

import { sharesMemory } from "../../bridge/shared-memory.ts";
import type { Device } from "../../core/result.ts";

/** What a measurement came to. */
export interface DeviceChoice {
	readonly device: Device;
	/** Why, to follow "WebGPU: ". */
	readonly because: string;
	/** The model's. */
	readonly version: string | undefined;
}

interface Entry extends DeviceChoice {
	readonly browser: string;
	/** Milliseconds since 1970. */
	readonly on: number;
}

/** Drivers change, and a machine may have been busy: after 30 days it is time to measure again. */
const lifetime = 30 * 24 * 60 * 60 * 1000;

export class DeviceMemory {
	readonly #key: string;

	/** @param gpu what the browser calls the GPU */
	constructor(model: string, gpu: string) {
		this.#key = `promptsieve device: ${model}, ${gpu}`;
	}

	/** The choice that this browser, in this version, has made of late. */
	recall(): DeviceChoice | undefined {
		try {
			const entry = JSON.parse(localStorage.getItem(this.#key) ?? "null") as Partial<Entry> | null;
			const { device, because, version, browser, on = 0 } = entry ?? {};
			const isFresh = browser === thisBrowser() && Date.now() - on < lifetime;
			if (!isFresh || (device !== "webgpu" && device !== "wasm") || typeof because !== "string")
				return undefined;
			return { device, because, version };
		} catch {
			return undefined;
		}
	}

	remember(choice: DeviceChoice): void {
		const entry: Entry = { ...choice, browser: thisBrowser(), on: Date.now() };
		try {
			localStorage.setItem(this.#key, JSON.stringify(entry));
		} catch {
			// The next load measures again.
		}
	}

	forget(): void {
		try {
			localStorage.removeItem(this.#key);
		} catch {
			// There is none to remember it.
		}
	}
}

/** Pages with threads and pages without may share their storage. */
function thisBrowser(): string {
	return `${navigator.userAgent}${sharesMemory() ? " with threads" : ""}`;
}
