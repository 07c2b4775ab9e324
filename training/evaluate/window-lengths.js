// What windows of other lengths are worth in long texts, and what they cost: a table of overlap with the annotation and
// of time, for each length (tokens, as in the manifest's `windowTokens`). Needs the built library (`npm run build:lib`).
//
//   node window-lengths.js 512 384 320 256 192
//
// Texts: the passages of dev that have neighbours of the same source and language, joined to some 12,000 characters.
// Overlap: as many top-scored words as the annotation keeps (at light, at tight); the share of kept ones among them.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

/**
 * What is used of the library, which is built and so unknown to the type check.
 *
 * @typedef {{ start: number, end: number, keepProbability: number }} Word
 * @typedef {object} Compressor
 * @property {() => Promise<unknown>} load
 * @property {(text: string) => Promise<{ words: Word[] }>} score
 * @property {() => Promise<void>} dispose
 */
/** @type {{ createCompressor: (options: object) => Compressor }} */
const { createCompressor } = await import(new URL("../../dist/lib/node.js", import.meta.url).href);

/** @typedef {{ source: string, lang: string, text: string, keep: [start: number, end: number, level: 1 | 2][] }} Passage */
/** @typedef {{ text: string, levels: Uint8Array }} Annotated `levels`: one a code unit. */

const embedded = fileURLToPath(new URL("../../public/models/embedded", import.meta.url));
const corpus = new URL("../corpus/dev.jsonl.gz", import.meta.url);
const longest = 12_000;

/** @param {Passage[]} passages @returns {Annotated} */
function joined(passages) {
	const text = passages.map((passage) => passage.text).join("\n\n");
	const levels = new Uint8Array(text.length);
	let start = 0;
	for (const passage of passages) {
		// The corpus counts code points.
		const unitOf = [0];
		for (const character of passage.text) unitOf.push((unitOf.at(-1) ?? 0) + character.length);
		for (const [from, to, level] of passage.keep)
			levels.fill(level, start + (unitOf[from] ?? 0), start + (unitOf[to] ?? 0));
		start += passage.text.length + 2;
	}
	return { text, levels };
}

/** @returns {Annotated[]} */
function longTexts() {
	/** @type {Map<string, Passage[][]>} */
	const groups = new Map();
	for (const line of gunzipSync(readFileSync(corpus)).toString().trim().split("\n")) {
		const passage = /** @type {Passage} */ (JSON.parse(line));
		const name = `${passage.source} ${passage.lang}`;
		const texts = groups.get(name) ?? [];
		groups.set(name, texts);
		const last = texts.at(-1);
		const length = last?.reduce((sum, { text }) => sum + text.length, 0) ?? longest;
		if (last && length < longest) last.push(passage);
		else texts.push([passage]);
	}
	return [...groups.values()]
		.flat()
		.filter((passages) => passages.length >= 4)
		.map(joined);
}

/** @param {readonly number[]} scores @param {readonly boolean[]} kept @returns {number} words that both keep */
function shared(scores, kept) {
	const count = kept.filter(Boolean).length;
	const best = [...scores.keys()]
		.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
		.slice(0, count);
	return best.filter((word) => kept[word]).length;
}

const texts = longTexts();
const folder = mkdtempSync(join(tmpdir(), "promptsieve-windows-"));
cpSync(embedded, folder, { recursive: true });
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

/** @param {number} windowTokens */
async function systemOf(windowTokens) {
	writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, windowTokens }));
	const model = { id: `windows of ${windowTokens}`, url: pathToFileURL(`${folder}/`).href };
	const compressor = createCompressor({ model, device: "wasm" });
	await compressor.load();
	return { windowTokens, compressor, found: [1, 2].map(() => ({ same: 0, kept: 0 })), milliseconds: 0 };
}

const systems = [];
for (const length of process.argv.slice(2)) systems.push(await systemOf(Number(length)));
rmSync(folder, { recursive: true });

// One text after another, in all lengths: whatever else the machine does slows all of them.
for (const { text, levels } of texts) {
	for (const system of systems) {
		const began = performance.now();
		const { words } = await system.compressor.score(text);
		system.milliseconds += performance.now() - began;
		const levelOf = words.map(({ start, end }) => Math.max(...levels.subarray(start, end)));
		for (const [level, sum] of system.found.entries()) {
			const kept = levelOf.map((of) => of > level);
			sum.same += shared(
				words.map(({ keepProbability }) => keepProbability),
				kept,
			);
			sum.kept += kept.filter(Boolean).length;
		}
	}
}

console.log(`${texts.length} texts, ${texts.reduce((sum, { text }) => sum + text.length, 0)} characters`);
console.log("window   light   tight   seconds");
for (const { windowTokens, compressor, found, milliseconds } of systems) {
	await compressor.dispose();
	const shares = found.map(({ same, kept }) => (same / kept).toFixed(4));
	const seconds = (milliseconds / 1000).toFixed(1).padStart(8);
	console.log(`${String(windowTokens).padStart(6)}  ${shares.join("  ")}  ${seconds}`);
}
