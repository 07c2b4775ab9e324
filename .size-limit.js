// How much a page loads before it compresses anything, and what comes with the first call. After `npm run build:lib`.
import { entries } from "./scripts/lib-entries.js";
import { staticImports } from "./scripts/static-imports.js";

/** What each entry for browsers may bring with it at once. */
const limit = "15 kB";

const names = Object.keys(entries).filter((name) => name !== "node");
const atOnce = await Promise.all(
	names.map(async (name) => ({
		name: `${name}, before the first call`,
		path: await staticImports(`dist/lib/${name}.js`),
		gzip: true,
		limit,
	})),
);

export default [
	...atOnce,
	{
		name: "code of the first call",
		path: "dist/lib/whole-compressor-*.js",
		gzip: true,
		limit: "38 kB",
	},
	{ name: "worker", path: "dist/lib/promptsieve/worker.js", gzip: true, limit: "140 kB" },
];
