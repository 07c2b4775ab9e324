// What a test's browser says of its GPU.
import { vi } from "vitest";

interface Adapter {
	readonly info: Partial<GPUAdapterInfo>;
}

/** A real GPU, of this name. */
export const realGpu: Adapter = {
	info: { isFallbackAdapter: false, vendor: "acme", architecture: "gen-9", device: "" },
};

/** A browser whose WebGPU offers this adapter. Without one in `storage`, it remembers nothing. */
export function offerGpu(adapter: Adapter | null, storage?: Partial<Storage>, userAgent = "Browser 1"): void {
	vi.stubGlobal("navigator", { userAgent, gpu: { requestAdapter: async () => adapter } });
	vi.stubGlobal("localStorage", storage);
}

/** `localStorage` of a person's visits, and what lies in it. */
export function memoryStorage() {
	const entries = new Map<string, string>();
	const storage: Partial<Storage> = {
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key),
	};
	return { entries, storage };
}
