import { expect, it } from "vitest";
import { sharesMemory } from "./shared-memory.ts";

it.each([
	["Node", { SharedArrayBuffer }, true],
	["an isolated page", { crossOriginIsolated: true, SharedArrayBuffer }, true],
	["a page that is not isolated", { crossOriginIsolated: false, SharedArrayBuffer }, false],
	["an isolated page without shared memory", { crossOriginIsolated: true }, false],
])("in %s", (_, scope, expected) => {
	expect(sharesMemory(scope)).toBe(expected);
});
