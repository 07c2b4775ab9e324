// First import of every command: says which Node is needed before anything newer is parsed.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
/** @type {string} */
const needed = engines.node.replace(/^\D*/, "");

if (process.versions.node.localeCompare(needed, "en", { numeric: true }) < 0) {
	console.error(`promptsieve needs Node ${needed} or newer; this is ${process.versions.node}.`);
	process.exit(1);
}
