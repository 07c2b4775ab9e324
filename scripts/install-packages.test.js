import { expect, test } from "vitest";
import { firstStalePackage } from "./install-packages.js";

const wanted = {
	packages: {
		"": { version: "0.1.0" },
		"node_modules/vite": { version: "8.3.8" },
		"node_modules/other-platform": { version: "1.0.0", optional: true },
	},
};

test.each([
	["everything is there", { "node_modules/vite": { version: "8.3.8" } }, undefined],
	["a package is missing", {}, "node_modules/vite"],
	["a package has another version", { "node_modules/vite": { version: "8.0.0" } }, "node_modules/vite"],
])("the first stale package when %s", (_name, packages, expected) => {
	expect(firstStalePackage(wanted, { packages })).toBe(expected);
});
