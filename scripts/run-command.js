// Child processes of the commands: their output goes straight to the terminal.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a program in the repository's root, without a shell and without standard input. What it prints goes to the
 * terminal, or to the file descriptor `output`.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number, output?: number }} [options] `env` is added to this process's own.
 * @returns {Promise<number>} its exit code; 1 when it could not start, was killed or ran out of time
 */
export function runCommand(program, args, { env = {}, timeoutMs, output } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ["ignore", output ?? "inherit", output ?? "inherit"],
			...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
		});
		child.once("error", (error) => {
			console.error(`${program}: ${error.message}`);
			resolve(1);
		});
		child.once("close", (code) => {
			if (code === null) console.error(`${[program, ...args].join(" ")}: ${endOf(child, timeoutMs)}`);
			resolve(code ?? 1);
		});
	});
}

/** Why a program ended without an exit code. @param {import("node:child_process").ChildProcess} child @param {number} [timeoutMs] */
function endOf({ killed, signalCode }, timeoutMs) {
	return killed && timeoutMs !== undefined
		? `did not end within ${timeoutMs / 60_000} minutes`
		: `ended by ${signalCode}`;
}

/**
 * Runs a package's program from node_modules with this Node, so that no shell and no PATH is needed.
 *
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number }} [options]
 */
export function runPackage(script, args, options) {
	return runCommand(process.execPath, [`${root}node_modules/${script}`, ...args], options);
}

/** Runs npm: the one that runs this script, else the one on the PATH.
 *
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number }} [options]
 */
export function runNpm(args, options) {
	const npm = process.env.npm_execpath;
	if (npm?.endsWith(".js")) return runCommand(process.execPath, [npm, ...args], options);
	return runCommand(process.platform === "win32" ? "npm.cmd" : "npm", args, options);
}
