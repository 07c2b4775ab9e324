// Programs that the tests need and that Debian packages: found where they are, installed where they are not.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runCommand } from "./run-command.js";

/**
 * @template Found
 * @typedef {object} DebianProgram
 * @property {string} name what messages call it
 * @property {readonly string[]} packages of Debian
 * @property {() => Found | undefined | Promise<Found | undefined>} find
 */

/**
 * Finds a program; where there is none, installs its packages and looks again. That needs apt and root.
 *
 * @template Found
 * @param {DebianProgram<Found>} program
 * @returns {Promise<Found | undefined>} undefined, after a message, when there is none
 */
export async function installProgram({ name, packages, find }) {
	const found = await find();
	if (found !== undefined) return found;
	const names = packages.join(" ");
	if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
		console.error(`${name} is missing, and can be installed here only by root on Debian (package ${names}).`);
		return undefined;
	}
	console.log(`${name} is missing; trying the system's package (${names}) …`);
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	await runCommand("apt-get", ["update", "-q"], { env, timeoutMs: 120_000 });
	const install = ["install", "-qy", "--no-install-recommends", ...packages];
	await runCommand("apt-get", install, { env, timeoutMs: 400_000 });
	const installed = await find();
	if (installed === undefined) console.error(`${name} could not be installed.`);
	return installed;
}

/** @param {...string} names best first @returns {string[]} paths on the PATH where there is such a file */
export function onPath(...names) {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return names
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.filter((path) => existsSync(path));
}
