// Builds what the peers' measurements open: a page for each engine, and promptsieve's own page.
import { build } from "vite";
import { root, runPackage } from "../../scripts/run-command.js";

/** Where the pages are built to. */
export const pagesFolder = `${root}dist/peers/`;

const page = `${root}bench/peers/page`;

/** @param {string} name @returns {import("vite").InlineConfig} */
const pageConfig = (name) => ({
	root: page,
	logLevel: "error",
	build: {
		outDir: `${pagesFolder}${name}`,
		emptyOutDir: true,
		rolldownOptions: { input: `${page}/${name}.html` },
	},
});

/** @throws when one cannot be built */
export async function buildPages() {
	await build({ ...pageConfig("promptsieve"), configFile: `${root}bench/peers/vite.config.ts` });
	// As anybody would build it: with Vite's defaults, but at any address.
	await build({ ...pageConfig("peer"), configFile: false, base: "./", publicDir: false });
	if ((await runPackage("vite/bin/vite.js", ["build", "--logLevel", "error"])) !== 0) {
		throw new Error("The page could not be built.");
	}
}
