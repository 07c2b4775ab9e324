import { expect, test } from "vitest";
import { publishedManifest } from "./manifest.js";

const sources = {
	schemaVersion: "1.0.0",
	readme: "",
	modules: [
		{
			kind: "javascript-module",
			path: "src/element/prompt-sieve-element.ts",
			declarations: [
				{
					name: "PromptSieveElement",
					members: [
						{ name: "value" },
						{ name: "#view", privacy: "private" },
						{ name: "formPart", privacy: "protected" },
						{ name: "rate", inheritedFrom: { name: "ReflectingElement", module: "src/element/x.ts" } },
					],
					attributes: [{ name: "lang" }, { name: "rate", description: "Share to keep." }],
					superclass: { name: "FormControlElement" },
				},
			],
			exports: [],
		},
		{
			kind: "javascript-module",
			path: "src/element/draft.ts",
			declarations: [{ name: "typed" }],
			exports: [],
		},
	],
};

test("what is published is the class and its registration, without what is private", () => {
	const paths = { element: "dist/lib/element.js", define: "dist/lib/element-define.js" };
	const { modules } = publishedManifest(sources, paths);
	expect(modules.map(({ path }) => path)).toEqual([paths.element, paths.define]);
	expect(modules[0]?.declarations).toEqual([
		{
			name: "PromptSieveElement",
			members: [{ name: "value" }, { name: "rate" }],
			attributes: [{ name: "rate", description: "Share to keep." }],
			superclass: { name: "HTMLElement", package: "global:" },
		},
	]);
	expect(modules[1]?.exports[0]).toMatchObject({
		name: "prompt-sieve",
		declaration: { module: paths.element },
	});
});

test("sources without the class are an error", () => {
	expect(() => publishedManifest({ ...sources, modules: [] }, { element: "", define: "" })).toThrow(
		"PromptSieveElement",
	);
});
