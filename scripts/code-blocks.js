// Finds the examples in pages and comments and writes them as modules in which every line has its own number, so
// that what the compiler says of one names the line of the page. Pure; check-examples.js compiles them.
import ts from "typescript";

/**
 * @typedef {object} Module
 * @property {string} path of the page or source
 * @property {boolean} jsx
 * @property {string} content as many lines as the page has, and a few; those that are no code are empty
 */

/**
 * What every example may use without an import.
 *
 * @typedef {object} Given
 * @property {string} from the module it is imported from
 * @property {readonly string[]} names
 */

const fence = /^\s*(`{3,}|~{3,})\s*(\w*)/;
const languages = new Set(["ts", "tsx", "js", "jsx"]);

/**
 * The code blocks of a Markdown page. A block goes on where the one before it ended, and may declare the same names
 * again; one with imports is another module.
 *
 * @param {string} path
 * @param {string} text
 * @param {Given} given
 * @returns {readonly Module[]}
 */
export function modulesOfPage(path, text, given) {
	const lines = text.split("\n");
	const start = () => ({
		lines: lines.map(() => ""),
		jsx: false,
		used: false,
		open: 0,
		own: /** @type {string[]} */ ([]),
	});
	const modules = [start()];
	for (let at = 0; at < lines.length; at++) {
		const [, mark, language] = fence.exec(lines[at] ?? "") ?? [];
		if (mark === undefined || language === undefined) continue;
		const end = lines.findIndex((line, index) => index > at && line.trim().startsWith(mark));
		if (end === -1) throw new Error(`${path}:${at + 1}: this block has no end.`);
		if (languages.has(language)) {
			const block = lines.slice(at + 1, end).join("\n");
			const top = readTopLevel(block);
			if (top.imports > 0 || top.exports) modules.push(start());
			const current = /** @type {ReturnType<typeof start>} */ (modules.at(-1));
			current.own.push(...top.names);
			// In braces, so that it may declare what is given or was declared before; imports and exports must not be in any.
			const braced = top.exports ? block : `${block.slice(0, top.imports)}{${block.slice(top.imports)}`;
			for (const [index, line] of braced.split("\n").entries()) current.lines[at + 1 + index] = line;
			if (!top.exports) current.open++;
			current.used = true;
			current.jsx ||= language.endsWith("x");
		}
		at = end;
	}
	return modules
		.filter(({ used }) => used)
		.map(({ lines: [, ...rest], jsx, open, own }) => {
			const first = importLine({ ...given, names: given.names.filter((name) => !own.includes(name)) });
			return { path, jsx, content: `${[first, ...rest].join("\n")}\n${"}".repeat(open)}\n` };
		});
}

/**
 * The `@example` blocks of the comments at a node and inside it, each a module.
 *
 * @param {ts.SourceFile} source
 * @param {ts.Node} node
 * @param {readonly Given[]} given
 * @returns {readonly Module[]}
 */
export function modulesOfComments(source, node, given) {
	/** By place: a comment may belong to several nodes. @type {Map<number, ts.JSDocTag>} */
	const tags = new Map();
	/** @param {ts.Node} at */
	const visit = (at) => {
		for (const tag of ts.getJSDocTags(at)) if (tag.tagName.text === "example") tags.set(tag.pos, tag);
		ts.forEachChild(at, visit);
	};
	visit(node);
	return [...tags.values()].map((tag) => {
		const body = source.text
			.slice(tag.tagName.end, tag.end)
			.replace(/\*\/$/, "")
			.replace(/\n(\s*)\*/g, "\n$1 ")
			.replace(/^\s*```.*$/gm, "");
		const { line } = source.getLineAndCharacterOfPosition(tag.tagName.end);
		const before = `${given.map(importLine).join(" ")}${"\n".repeat(line)}`;
		return { path: source.fileName, jsx: false, content: `${before}{${body}\n}\n` };
	});
}

/** @param {Given} given */
function importLine({ from, names }) {
	return `import { ${names.join(", ")} } from ${JSON.stringify(from)};`;
}

/**
 * What stands outside of all braces of a block.
 *
 * @param {string} block
 * @returns {{ imports: number, exports: boolean, names: readonly string[] }} where the last import ends; whether
 *   anything is exported; names that cannot be given: imported ones, and in a block with exports what it declares
 */
function readTopLevel(block) {
	const { statements } = ts.createSourceFile("block.tsx", block, ts.ScriptTarget.Latest, true);
	const imports = statements.filter(ts.isImportDeclaration);
	const exports = statements.some(
		(statement) =>
			ts.isExportDeclaration(statement) ||
			ts.isExportAssignment(statement) ||
			(ts.canHaveModifiers(statement) &&
				ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)),
	);
	const imported = imports.flatMap(({ importClause }) => {
		const bindings = importClause?.namedBindings;
		const named =
			bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
		return importClause?.name ? [importClause.name.text, ...named] : named;
	});
	const declared = statements.flatMap((statement) => {
		if (ts.isVariableStatement(statement)) {
			return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
		}
		return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name
			? [statement.name.text]
			: [];
	});
	return {
		imports: imports.at(-1)?.end ?? 0,
		exports,
		names: exports ? [...imported, ...declared] : imported,
	};
}

/** @param {ts.BindingName} name @returns {readonly string[]} */
function boundNames(name) {
	if (ts.isIdentifier(name)) return [name.text];
	return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}
