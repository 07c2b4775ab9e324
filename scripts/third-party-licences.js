// The licences of what the build has put into the package's files.
import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { root } from "./run-command.js";

/** Licence texts of packages that carry none themselves, by the beginning of the package's name. */
const ownFolder = join(root, "scripts/licences");

/**
 * The package that a module comes from.
 *
 * @param {string} path of a module
 * @returns {string | undefined} none for the repository's own
 */
export function packageOf(path) {
	return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]?.replace("\\", "/");
}

/**
 * The content of THIRD-PARTY-LICENSES.
 *
 * @param {Iterable<string>} names of packages in node_modules
 * @throws Error when a licence has no text.
 */
export function licencesOf(names) {
	const sections = [...new Set(names)].sort().map((name) => {
		const folder = join(root, "node_modules", name);
		/** @type {{ version: string, license?: string }} */
		const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
		const text = licenceText(folder, (entry) => /^licen[cs]e/i.test(entry));
		const ours = text ?? licenceText(ownFolder, (entry) => name.startsWith(parse(entry).name));
		if (!license || !ours) throw new Error(`${name} has no licence text; put it into ${ownFolder}.`);
		return `${name} ${version} (${license})\n\n${ours}\n`;
	});
	const intro = "The files in dist/lib contain code of these packages.\n";
	return [intro, ...sections].join(`\n${"-".repeat(80)}\n\n`);
}

/** @param {string} folder @param {(entry: string) => boolean} isLicence @returns {string | undefined} */
function licenceText(folder, isLicence) {
	const file = readdirSync(folder).find(isLicence);
	return file && readFileSync(join(folder, file), "utf8").trim();
}
