import { afterEach, expect, it, vi } from "vitest";
import { DeviceMemory } from "./device-memory.ts";
import { memoryStorage, offerGpu, realGpu } from "./gpu.fixture.ts";

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const choice = { device: "webgpu", because: "1 ms a window", version: "2" } as const;

it("recalls a choice for the same model and GPU only, until it's told to forget", () => {
	offerGpu(realGpu, memoryStorage().storage);
	const memory = new DeviceMemory("m", "acme");
	expect(memory.recall()).toBeUndefined();
	memory.remember(choice);
	expect(new DeviceMemory("m", "acme").recall()).toEqual(choice);
	expect(new DeviceMemory("n", "acme").recall()).toBeUndefined();
	expect(new DeviceMemory("m", "other").recall()).toBeUndefined();
	memory.forget();
	expect(memory.recall()).toBeUndefined();
});

it("holds for this browser's version, with or without threads, and for 30 days", () => {
	const { storage } = memoryStorage();
	offerGpu(realGpu, storage, "Browser 1");
	const memory = new DeviceMemory("m", "acme");
	memory.remember(choice);
	offerGpu(realGpu, storage, "Browser 2");
	expect(memory.recall()).toBeUndefined();
	offerGpu(realGpu, storage, "Browser 1");
	vi.stubGlobal("crossOriginIsolated", false);
	expect(memory.recall()).toBeUndefined();
	vi.stubGlobal("crossOriginIsolated", true);
	expect(memory.recall()).toEqual(choice);
	vi.useFakeTimers({ now: Date.now() + 31 * 24 * 60 * 60 * 1000 });
	expect(memory.recall()).toBeUndefined();
});

const refuse = () => {
	throw new DOMException("denied", "SecurityError");
};

it.each<[string, Partial<Storage> | undefined]>([
	["is absent", undefined],
	["throws", { getItem: refuse, setItem: refuse, removeItem: refuse }],
	[
		"holds what is no choice",
		{ getItem: () => `{"device":"toaster","browser":"Browser 1"}`, setItem: refuse },
	],
	["holds no JSON", { getItem: () => "{", setItem: refuse }],
])("knows nothing where storage %s", (_name, storage) => {
	offerGpu(realGpu, storage);
	const memory = new DeviceMemory("m", "acme");
	memory.remember(choice);
	memory.forget();
	expect(memory.recall()).toBeUndefined();
});
