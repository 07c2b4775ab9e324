// Compiles every example of README.md, of the guides in docs/, and of the comments of what the package exports,
// against the sources. Run by `npm test`.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { modulesOfComments, modulesOfPage } from "./code-blocks.js";
import { entryPoints, importable, listGuides, startPage } from "./docs-site.js";
import { root } from "./run-command.js";

const givenFile = join(root, "docs/site/given.ts");

/** @type {import("./code-blocks.js").Given} */
const given = {
	from: givenFile,
	names: [...readFileSync(givenFile, "utf8").matchAll(/^export declare (?:const|function) (\w+)/gm)].map(
		([, name]) => name ?? "",
	),
};

const { options } = ts.parseJsonConfigFileContent(
	ts.readConfigFile(join(root, "docs/tsconfig.json"), ts.sys.readFile).config,
	ts.sys,
	join(root, "docs"),
);

/** As strict as most readers' own projects. */
const compilerOptions = {
	...options,
	types: ["vite/client", "node"],
	paths: Object.fromEntries([...importable].map(([name, source]) => [name, [join(root, source)]])),
	moduleDetection: ts.ModuleDetectionKind.Force,
	noUncheckedIndexedAccess: false,
	exactOptionalPropertyTypes: false,
	noUnusedLocals: false,
	noUnusedParameters: false,
	isolatedModules: false,
	verbatimModuleSyntax: false,
};

/** @param {readonly import("./code-blocks.js").Module[]} modules @returns {readonly string[]} what is wrong */
export function compile(modules) {
	/** @type {Map<string, import("./code-blocks.js").Module>} */
	const files = new Map();
	for (const module of modules) {
		const name = `${module.path}.${files.size}.${module.jsx ? "tsx" : "ts"}`;
		files.set(name, module);
	}
	const host = ts.createCompilerHost(compilerOptions);
	const { getSourceFile, fileExists, readFile } = host;
	host.fileExists = (name) => files.has(name) || fileExists(name);
	host.readFile = (name) => files.get(name)?.content ?? readFile(name);
	host.getSourceFile = (name, version, ...rest) => {
		const content = files.get(name)?.content;
		return content === undefined
			? getSourceFile(name, version, ...rest)
			: ts.createSourceFile(name, content, version);
	};
	const program = ts.createProgram([...files.keys()], compilerOptions, host);
	return [...files].flatMap(([name, { path }]) => {
		const source = program.getSourceFile(name);
		return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
			({ start = 0, messageText }) => {
				const { line = 0 } = source?.getLineAndCharacterOfPosition(start) ?? {};
				const message = ts.flattenDiagnosticMessageText(messageText, "\n");
				return `${relative(root, path)}:${line + 1}: ${message}`;
			},
		);
	});
}

/** Every example of the pages. */
function pageModules() {
	return [startPage, ...listGuides().map(({ path }) => path)].flatMap((path) =>
		modulesOfPage(join(root, path), readFileSync(join(root, path), "utf8"), given),
	);
}

/** Every example in the comments of what the entry points export. */
function commentModules() {
	const program = ts.createProgram(
		[...entryPoints.values()].map((path) => join(root, path)),
		compilerOptions,
	);
	const checker = program.getTypeChecker();
	return [...entryPoints].flatMap(([name, path]) => {
		const entry = program.getSourceFile(join(root, path));
		const module = entry && checker.getSymbolAtLocation(entry);
		if (!module) return [];
		const symbols = checker.getExportsOfModule(module);
		const own = { from: name, names: symbols.map((symbol) => symbol.name) };
		const declarations = symbols.flatMap((symbol) => {
			const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
			return target.declarations ?? [];
		});
		return declarations.flatMap((node) => {
			const source = node.getSourceFile();
			// A comment stands at the statement around a variable.
			const statement = ts.findAncestor(node, ts.isVariableStatement) ?? node;
			return source.fileName.includes("/node_modules/")
				? []
				: modulesOfComments(source, statement, [own, given]);
		});
	});
}

if (process.argv[1] === import.meta.filename) {
	const modules = [...pageModules(), ...commentModules()];
	const errors = compile(modules);
	for (const error of errors) console.error(error);
	console.log(`${modules.length} modules of examples, ${errors.length} errors.`);
	if (errors.length > 0) process.exitCode = 1;
}
