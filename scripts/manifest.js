// `npm run manifest`: dist/lib/custom-elements.json, what editors and documentation tools read of the element. Written
// by the analyzer from the sources, then brought down to what the package offers, under the package's own names.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as analyzer from "@custom-elements-manifest/analyzer/index.js";
import { root } from "./run-command.js";

/**
 * @typedef {{ name: string, privacy?: string, static?: boolean, inheritedFrom?: object }} Member
 * @typedef {{ name: string, members?: Member[], attributes?: { name: string, description?: string }[], superclass?: object }} Declaration
 * @typedef {{ kind: string, name: string, declaration: { name: string, module?: string } }} Export
 * @typedef {{ path: string, kind: string, declarations: Declaration[], exports: Export[] }} Module
 * @typedef {{ schemaVersion: string, readme: string, modules: Module[] }} Manifest
 */

/** Its types name other things than it exports. @type {unknown} */
const untyped = analyzer;
const { create, ts } =
	/** @type {{ create(options: { modules: object[], plugins: object[], dev: boolean }): Manifest, ts: typeof import("typescript") }} */ (
		untyped
	);

const className = "PromptSieveElement";

/**
 * The class and its registration, at the paths of the published modules; what is private or inherited from where
 * nobody can look stays out.
 *
 * @param {Manifest} manifest of the sources
 * @param {{ element: string, define: string }} paths of the published modules
 * @returns {Manifest}
 */
export function publishedManifest({ schemaVersion, modules }, { element, define }) {
	const declaration = modules.flatMap((each) => each.declarations).find(({ name }) => name === className);
	if (declaration === undefined) throw new Error(`The sources have no ${className}.`);
	const members = (declaration.members ?? [])
		.filter(({ privacy }) => privacy === undefined || privacy === "public")
		.map(({ inheritedFrom: _, ...member }) => member);
	// Attributes without a description are observed for other reasons.
	const attributes = (declaration.attributes ?? []).filter(({ description }) => description !== undefined);
	const superclass = { name: "HTMLElement", package: "global:" };
	const reference = { name: className, module: element };
	return {
		schemaVersion,
		readme: "",
		modules: [
			{
				kind: "javascript-module",
				path: element,
				declarations: [{ ...declaration, members, attributes, superclass }],
				exports: [{ kind: "js", name: className, declaration: reference }],
			},
			{
				kind: "javascript-module",
				path: define,
				declarations: [],
				exports: [{ kind: "custom-element-definition", name: "prompt-sieve", declaration: reference }],
			},
		],
	};
}

/** @param {string} subpath of package.json's exports */
function publishedPath(subpath) {
	const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
	return exports[subpath]?.default?.replace(/^\.\//, "") ?? subpath;
}

/** The element's sources as the analyzer reads them. */
function sources() {
	const folder = "src/element/";
	return readdirSync(`${root}${folder}`)
		.filter((name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name))
		.map((name) => {
			const text = readFileSync(`${root}${folder}${name}`, "utf8");
			return ts.createSourceFile(`${folder}${name}`, text, ts.ScriptTarget.ES2022, true);
		});
}

function writeManifest() {
	const manifest = create({ modules: sources(), plugins: [], dev: false });
	const paths = { element: publishedPath("./element"), define: publishedPath("./element/define") };
	mkdirSync(`${root}dist/lib`, { recursive: true });
	const text = JSON.stringify(publishedManifest(manifest, paths), null, "\t");
	writeFileSync(`${root}dist/lib/custom-elements.json`, `${text}\n`);
}

if (process.argv[1] === import.meta.filename) writeManifest();
