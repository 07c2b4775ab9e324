import { expect, it } from "vitest";
import { licencesOf, packageOf } from "./third-party-licences.js";

it.each([
	["/a/node_modules/comlink/dist/esm/comlink.mjs", "comlink"],
	["/a/node_modules/x/node_modules/@scope/name/index.js", "@scope/name"],
	["C:\\a\\node_modules\\@scope\\name\\index.js", "@scope/name"],
	["/a/src/index.ts", undefined],
])("the package of %s is %s", (path, expected) => {
	expect(packageOf(path)).toBe(expected);
});

it("gives each package's licence once, with its text", () => {
	const text = licencesOf(["onnxruntime-web", "comlink", "comlink"]);
	expect(text.match(/^comlink \S+ \(Apache-2\.0\)$/gm)).toHaveLength(1);
	expect(text).toContain("Apache License");
	expect(text).toMatch(/^onnxruntime-web \S+ \(MIT\)\n\nMIT License\n\nCopyright \(c\) Microsoft/m);
});

it("fails where a licence is missing", () => {
	expect(() => licencesOf(["no-such-package"])).toThrow("no-such-package");
});
