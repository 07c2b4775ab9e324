// Builds dist/page when a source is newer than the last build.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, runPackage } from "./run-command.js";

/** What a build depends on. */
const sources = [
	"src",
	"worker",
	"service-worker",
	"public",
	"index.html",
	"vite.config.ts",
	"pwa.config.ts",
	"package-lock.json",
];

/**
 * The latest change below a path in milliseconds since 1970; a folder's own time tells of files that were
 * removed. 0 where there is nothing.
 *
 * @param {string} path
 * @returns {number}
 */
export function latestChange(path) {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
	return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => latestChange(join(path, name))));
}

/** @returns {Promise<boolean>} whether dist/page is there and up to date now */
export async function buildPage() {
	const built = latestChange(join(root, "dist/page/index.html"));
	if (sources.every((source) => latestChange(join(root, source)) < built)) return true;
	console.log("Building the page …");
	return (await runPackage("vite/bin/vite.js", ["build", "--logLevel", "error"])) === 0;
}
