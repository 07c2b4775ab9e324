// First import of every command: says which Node is needed before anything newer is parsed.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const [major, minor] = engines.node.replace(/^\D*/, "").split(".").map(Number);
const [currentMajor, currentMinor] = process.versions.node.split(".").map(Number);

if (currentMajor < major || (currentMajor === major && currentMinor < minor)) {
	console.error(`promptsieve needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
	process.exit(1);
}
