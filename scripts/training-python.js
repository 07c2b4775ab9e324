// The Pythons of training/ and bench/peers/: virtual environments with the packages that they list.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { installProgram } from "./debian-program.js";
import { root, runCommand } from "./run-command.js";

const interpreters = ["python3.11", "python3.12", "python3.13", "python3", "python"];

/** @returns {string | undefined} the first Python from 3.11 on that can make virtual environments */
function findPython() {
	return interpreters.find((name) => {
		try {
			execFileSync(name, ["-c", "import sys, venv, ensurepip; assert sys.version_info >= (3, 11)"], {
				stdio: "ignore",
			});
			return true;
		} catch {
			return false;
		}
	});
}

/**
 * Makes the environment of `training/` if it is missing or out of date. PyTorch is large: the first time takes minutes.
 *
 * @returns {Promise<string | undefined>} path of its Python; undefined, after a message, when that failed.
 *   PROMPTSIEVE_PYTHON names another one that has the packages.
 */
export async function installTrainingPython() {
	if (process.env.PROMPTSIEVE_PYTHON) return process.env.PROMPTSIEVE_PYTHON;
	return installPython(`${root}training/.venv`, `${root}training/requirements.txt`);
}

/**
 * Makes a virtual environment if it is missing or out of date.
 *
 * @param {string} folder of the environment
 * @param {string} requirements what pip installs there
 * @returns {Promise<string | undefined>} path of its Python; undefined, after a message, when that failed.
 */
export async function installPython(folder, requirements) {
	/** Holds the requirements that the environment was made for, once it is whole. */
	const stamp = `${folder}/requirements.txt`;
	const python = process.platform === "win32" ? `${folder}/Scripts/python.exe` : `${folder}/bin/python`;
	const wanted = readFileSync(requirements, "utf8");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return python;

	const base = await installProgram({
		name: "Python 3.11 or later with venv",
		packages: ["python3-venv"],
		find: findPython,
	});
	if (!base) return undefined;
	console.log("Installing Python packages …");
	const pip = [
		"-m",
		"pip",
		"install",
		"--quiet",
		"--no-cache-dir",
		"--retries",
		"10",
		"--requirement",
		requirements,
	];
	if (
		(await runCommand(base, ["-m", "venv", "--clear", folder])) !== 0 ||
		(await runCommand(python, pip)) !== 0
	) {
		console.error(`The packages of ${requirements} could not be installed.`);
		return undefined;
	}
	writeFileSync(stamp, wanted);
	return python;
}
