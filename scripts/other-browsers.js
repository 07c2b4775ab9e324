// The browsers beside Chromium that the smoke tests drive: Firefox ESR and WebKitGTK, and a display for the latter.
import { existsSync } from "node:fs";
import { installProgram, onPath } from "./debian-program.js";

/** By the variable that tells the tests its path; a person may set it to choose another one. */
const programs = {
	PROMPTSIEVE_FIREFOX: { name: "Firefox", packages: ["firefox-esr"], files: ["firefox-esr", "firefox"] },
	PROMPTSIEVE_WEBKIT_DRIVER: {
		name: "WebKitGTK's driver",
		packages: ["webkit2gtk-driver"],
		files: ["WebKitWebDriver"],
	},
	PROMPTSIEVE_XVFB: { name: "Xvfb", packages: ["xvfb"], files: ["Xvfb"] },
};

/** @returns {Promise<Record<string, string> | undefined>} variable → path; undefined, after a message, if one is missing */
export async function installOtherBrowsers() {
	/** @type {Record<string, string>} */
	const paths = {};
	for (const [variable, { files, ...program }] of Object.entries(programs)) {
		const chosen = process.env[variable];
		if (chosen !== undefined && !existsSync(chosen)) {
			console.error(`${variable} names ${chosen}, and there is no such file.`);
			return undefined;
		}
		const find = () => chosen ?? onPath(...files)[0];
		const path = await installProgram({ ...program, find });
		if (path === undefined) return undefined;
		paths[variable] = path;
	}
	return paths;
}
