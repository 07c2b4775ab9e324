// `npm run build:lib`: dist/lib, the package's content. Modules without imports of other packages, in one folder;
// beside them promptsieve/ with the worker, onnxruntime-web's files and the embedded model; types as tsc emits them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { entries, workers } from "./lib-entries.js";
import { copyFiles, packageFilesModule, packageFilesSource } from "./package-files.js";
import { root, runPackage } from "./run-command.js";
import { licencesOf, packageOf } from "./third-party-licences.js";

const lib = `${root}dist/lib/`;

/** Peers that a caller has: never part of the package. */
const { peerDependencies = {} } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const peers = Object.keys(peerDependencies);

/** @param {string} id of an import */
const isExternal = (id) =>
	id.startsWith("node:") || peers.some((peer) => id === peer || id.startsWith(`${peer}/`));

/** @type {import("rolldown").Plugin} */
const packageFilesPlugin = {
	name: "promptsieve-package-files",
	resolveId: (id) =>
		id.endsWith("/package-files.ts") ? { id: `./${packageFilesModule}`, external: true } : undefined,
};

/**
 * onnxruntime-web looks for files of its own beside its module, where they aren't; a bundler that is given the
 * worker as a module would look for them too. All are named to it, so any URL will do.
 *
 * @type {import("rolldown").Plugin}
 */
const noOwnUrlPlugin = {
	name: "promptsieve-no-own-url",
	transform: (code, id) =>
		/onnxruntime-web.dist/.test(id)
			? code.replaceAll("import.meta.url", "globalThis.location.href")
			: undefined,
};

/**
 * The element's style sheets are read by browsers only: without indentation and blank lines.
 *
 * @type {import("rolldown").Plugin}
 */
const flatStylesPlugin = {
	name: "promptsieve-flat-styles",
	transform: (code, id) => (/element.styles/.test(id) ? code.replace(/\n\s+/g, "\n") : undefined),
};

/** Packages whose code is in a bundle. @type {Set<string>} */
const contained = new Set(["onnxruntime-web"]);

/**
 * @param {Record<string, string>} input
 * @param {import("rolldown").InputOptions} options
 * @param {import("rolldown").OutputOptions} output
 */
async function bundle(input, options, output) {
	const sources = Object.fromEntries(Object.entries(input).map(([name, path]) => [name, `${root}${path}`]));
	const build = await rolldown({ ...options, input: sources, external: isExternal, cwd: root });
	const { output: files } = await build.write({ dir: lib, minify: true, ...output });
	await build.close();
	for (const file of files) {
		if (file.type !== "chunk") continue;
		for (const path of Object.keys(file.modules)) contained.add(packageOf(path) ?? "");
	}
}

/** tsc leaves `.ts` in a declaration's imports. */
function renameImports() {
	for (const entry of readdirSync(`${lib}types`, { recursive: true, withFileTypes: true })) {
		if (!entry.name.endsWith(".d.ts")) continue;
		const path = join(entry.parentPath, entry.name);
		const text = readFileSync(path, "utf8");
		writeFileSync(path, text.replace(/(from |import\()("\.[^"]*)\.ts"/g, '$1$2.js"'));
	}
}

// Modules that no longer exist must not stay in the package.
rmSync(lib, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });
const exitCode = await runPackage("typescript/bin/tsc", ["-b", "src/node", "worker/node"]);
if (exitCode !== 0) process.exit(exitCode);
renameImports();

await bundle(
	entries,
	{ plugins: [packageFilesPlugin, flatStylesPlugin] },
	{ chunkFileNames: "[name]-[hash].js" },
);
for (const [name, source] of Object.entries(workers)) {
	const isNode = name.startsWith("node");
	await bundle(
		{ [name]: source },
		{
			plugins: isNode ? [] : [noOwnUrlPlugin],
			platform: isNode ? "node" : "browser",
			// Without this condition onnxruntime-web carries its glue in itself.
			resolve: {
				conditionNames: isNode ? ["node", "import"] : ["onnxruntime-web-use-extern-wasm", "import"],
			},
		},
		{ codeSplitting: false },
	);
}
const files = await copyFiles(`${lib}promptsieve/`);
writeFileSync(`${lib}${packageFilesModule}`, packageFilesSource(["worker.js", ...files]));
contained.delete("");
writeFileSync(`${lib}THIRD-PARTY-LICENSES`, licencesOf(contained));
