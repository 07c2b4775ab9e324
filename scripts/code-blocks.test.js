import ts from "typescript";
import { expect, test } from "vitest";
import { modulesOfComments, modulesOfPage } from "./code-blocks.js";

const given = { from: "/given.ts", names: ["text", "show"] };

/** @param {string} page */
const modules = (page) => modulesOfPage("page.md", page, given);

/** @param {string} content @param {string} code → the line it stands in, from 1 */
const lineOf = (content, code) => content.split("\n").findIndex((line) => line.includes(code)) + 1;

test("a line of code has the page's line number", () => {
	const page = "# Title\n\nText.\n\n```ts\nshow(text);\n```\n\n- item\n\n  ```js\n  show(1);\n  ```\n";
	const [module, ...others] = modules(page);
	expect(others).toEqual([]);
	expect(lineOf(module?.content ?? "", "show(text)")).toBe(6);
	expect(lineOf(module?.content ?? "", "show(1)")).toBe(12);
});

test("other languages are left alone, also where they hold a fence of fewer marks", () => {
	expect(modules("# T\n\n```sh\nnpm install\n```\n\n````text\n```ts\nno code\n```\n````\n")).toEqual([]);
});

test("a block without an end is refused with its line", () => {
	expect(() => modules("# T\n\n```ts\nshow(1);\n")).toThrow("page.md:3: this block has no end.");
});

test("a block goes on from the one before it and may declare a name again", () => {
	const [module] = modules(
		"# T\n```ts\nconst a = 1;\n```\n```ts\nconst b = a;\n```\n```ts\nconst a = 2;\n```\n",
	);
	const source = ts.createSourceFile("page.ts", module?.content ?? "", ts.ScriptTarget.Latest);
	expect(source.statements.map(({ kind }) => ts.SyntaxKind[kind])).toEqual(["ImportDeclaration", "Block"]);
	expect(module?.content.replaceAll(/\s/g, "")).toContain("{consta=1;{constb=a;{consta=2;}}}");
});

test("a block with imports is another module, in which the imported names are not given", () => {
	const page = '# T\n```ts\nshow(1);\n```\n```ts\nimport { show } from "x";\nconst text = 1;\n```\n';
	const [first, second, ...others] = modules(page);
	expect(others).toEqual([]);
	expect(first?.content).toContain('import { text, show } from "/given.ts";');
	expect(second?.content).toContain('import { text } from "/given.ts";');
	expect(second?.content).toContain('import { show } from "x";{');
	expect(lineOf(second?.content ?? "", "const text")).toBe(7);
});

test("a block with exports is a module as it stands", () => {
	const page =
		'# T\n```tsx\nimport { a } from "x";\nexport function text() {\n\treturn <b>{a}</b>;\n}\n```\n';
	const [module] = modules(page);
	expect(module?.jsx).toBe(true);
	expect(module?.content).toContain('import { show } from "/given.ts";');
	expect(module?.content).toContain("\nexport function text() {\n");
});

test("examples of comments, each with its line; of members too, and once", () => {
	const content = [
		"// File.",
		"/**",
		" * Says.",
		" *",
		" * @example",
		" * say(1);",
		" */",
		"export interface Says {",
		"\t/** @example say(2); */",
		"\tsay: number;",
		"}",
	].join("\n");
	const source = ts.createSourceFile("says.ts", content, ts.ScriptTarget.Latest, true);
	const [node] = source.statements;
	if (!node) throw new Error("The source has no statement.");
	const found = modulesOfComments(source, node, [{ from: "says", names: ["say"] }, given]);
	expect(found.map((module) => lineOf(module.content, "say("))).toEqual([6, 9]);
	expect(found.map((module) => module.content.includes('import { say } from "says";'))).toEqual([true, true]);
	expect(found.map((module) => /say\(\d\);/.exec(module.content)?.[0])).toEqual(["say(1);", "say(2);"]);
});
