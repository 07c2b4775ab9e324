// Writes the tables of results/peers.json into bench/README.md, between their two marks.
import { readFileSync, writeFileSync } from "node:fs";
import { root } from "../../scripts/run-command.js";
import { peerTables } from "./tables.js";

const readme = `${root}bench/README.md`;
const [begin, end] = ["<!-- peers: written by bench/peers/write-tables.js -->", "<!-- /peers -->"];

/** @param {import("./result-shape.ts").PeersResult} result */
export function writeTables(result) {
	const text = readFileSync(readme, "utf8");
	const [from, to] = [text.indexOf(begin), text.indexOf(end)];
	if (from === -1 || to < from) throw new Error(`${readme} lacks the marks ${begin} and ${end}.`);
	writeFileSync(
		readme,
		`${text.slice(0, from + begin.length)}\n\n${peerTables(result)}\n\n${text.slice(to)}`,
	);
}
