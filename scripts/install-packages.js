// Brings node_modules in line with the lock file, and only when it is not.
import { existsSync, readFileSync } from "node:fs";
import { root, runNpm } from "./run-command.js";

/** Neither package's binary download is needed: both carry or find what is used here. */
const withoutDownloads = { ONNXRUNTIME_NODE_INSTALL: "skip", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean, devOptional?: boolean }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} LockFile
 */

/**
 * The first package that the lock file names and the installed tree lacks or has in another version.
 * Optional packages (other platforms' binaries) may be absent.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json, npm's own record of what it installed
 * @returns {string | undefined} its path below the root
 */
export function firstStalePackage(wanted, installed) {
	return Object.entries(wanted.packages).find(([path, entry]) => {
		if (path === "") return false;
		const found = installed.packages[path];
		return found === undefined
			? !(entry.optional || entry.devOptional || entry.peer)
			: found.version !== entry.version;
	})?.[0];
}

/** @param {string} path @returns {LockFile} */
const readLock = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * Installs with `npm ci` if a package is missing or stale; ends the process with a message when that fails.
 *
 * @param {string} [folder] whose packages, below the root, with a trailing slash; default: the root's
 */
export async function installPackages(folder = "") {
	const record = `${root}${folder}node_modules/.package-lock.json`;
	const stale = existsSync(record)
		? firstStalePackage(readLock(`${root}${folder}package-lock.json`), readLock(record))
		: `${folder}node_modules`;
	if (stale === undefined) return;
	console.log(`Installing packages (${stale} is missing or out of date) …`);
	// Packages that only tests use warn of a Node that they run on all the same. The lock file has their hashes, so
	// what a cache has need not be asked for again.
	const flags = ["--prefer-offline", "--no-fund", "--no-audit", "--loglevel=error"];
	const args = ["ci", "--prefix", `${root}${folder}`, ...flags];
	if ((await runNpm(args, { env: withoutDownloads })) !== 0) {
		console.error("npm ci failed; nothing else was run.");
		process.exit(1);
	}
}
