// Compat in the worker: texts -> the reference's chunks, and what the model says of their tokens. Everything after
// that is arithmetic on the main thread (src/core/compat).
import type { ProgressListener, ScoreResponse } from "../../src/bridge/worker-interface.ts";
import { cutChunks, maxSequence, readChunkEnds } from "../../src/core/compat/chunks.ts";
import { putStandIns, readForceTokens, standInNames } from "../../src/core/compat/force-tokens.ts";
import { joinParts, type SourceText, sourceRange } from "../../src/core/compat/source-text.ts";
import { decodeContext, readStructuredContexts } from "../../src/core/compat/structured-compat.ts";
import { familyRules } from "../../src/core/compat/vocabulary-family.ts";
import type { CompatRequest, SourceChunk } from "../../src/core/compat/wire.ts";
import { emptyWordTable } from "../../src/core/word-table.ts";
import type { Engine } from "../model/load-model.ts";
import type { Speller } from "../tokenizer/speller.ts";
import type { WindowCache } from "./window-cache.ts";

interface SpelledToken {
	readonly id: number;
	readonly spelling: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Reads and scores contexts as the reference does.
 *
 * @param cache one of its own: the reference's chunks lie between other special tokens than windows do
 * @param pause called between steps; lets messages in and throws when the job was cancelled
 */
export async function scoreCompat(
	{ tokenizer, classifier, manifest }: Engine,
	cache: WindowCache,
	request: CompatRequest,
	onProgress: ProgressListener,
	pause: () => Promise<void>,
): Promise<ScoreResponse> {
	const speller = tokenizer.speller(standInNames);
	const rules = familyRules[speller.family];
	const read = async (text: string) => {
		const tokens: SpelledToken[] = [];
		for (const { id, start, end, spelling = [] } of speller.blocks(text)) {
			for (const [at, string] of spelling.entries()) {
				tokens.push({ id: id[at] ?? 0, spelling: string, start: start[at] ?? 0, end: end[at] ?? 0 });
			}
			await pause();
		}
		return tokens;
	};

	const counts = new Map<string, number>();
	for (const token of request.force) counts.set(token, (await read(token)).length);
	const force = readForceTokens(request.force, (token) => counts.get(token) ?? 0);
	const ends = readChunkEnds(request.chunkEnds, force);
	const structured = await readStructure(request, speller, read);
	const contexts = structured?.contexts ?? request.contexts;

	const sources: SourceText[][] = [];
	for (const context of contexts) {
		const replaced = putStandIns(context, force);
		const tokens = await read(replaced.text);
		const strings = tokens.map(({ spelling }) => spelling);
		sources.push(
			cutChunks(strings, ends).map(([from, to]) =>
				joinParts(
					tokens.slice(from, to).map(({ spelling, start, end }, at) => {
						const [first, last] = sourceRange(replaced, start, end);
						return { text: rules.decodeToken(spelling, at === 0), start: first, end: last };
					}),
				),
			),
		);
	}

	const windows = sources.flat().length;
	const longest = Math.min(maxSequence, manifest.maxTokens);
	let windowsRun = 0;
	let done = 0;
	onProgress({ stage: "score", done, total: windows });
	const score = async (source: SourceText): Promise<SourceChunk> => {
		const before: SpelledToken = { ...speller.before, start: 0, end: 0 };
		const after: SpelledToken = { ...speller.after, start: 0, end: 0 };
		const tokens = [before, ...(await read(source.text)), after].slice(0, longest);
		const ids = Uint32Array.from(tokens, ({ id }) => id);
		let scores = cache.get(ids, noQuestion);
		if (!scores) {
			await pause();
			scores = await classifier.classify(ids, false);
			cache.set(ids, noQuestion, scores);
			windowsRun++;
		}
		onProgress({ stage: "score", done: ++done, total: windows });
		const ranges = tokens.map(({ start, end }) => sourceRange(source, start, end));
		return {
			text: source.text,
			tokens: tokens.map(({ id, spelling }) =>
				isUnknown(id, spelling) ? speller.unknown.spelling : spelling,
			),
			probabilities: scores.keepProbability,
			start: Uint32Array.from(ranges, ([start]) => start),
			end: Uint32Array.from(ranges, ([, end]) => end),
		};
	};
	/** A stand-in has the unknown token's id and still its own name. */
	const isUnknown = (id: number, spelling: string) => id === speller.unknown.id && !names.has(spelling);

	const chunks: SourceChunk[][] = [];
	for (const parts of sources) {
		const list: SourceChunk[] = [];
		for (const part of parts) list.push(await score(part));
		chunks.push(list);
	}
	const { standIns } = force;
	const compat = {
		family: speller.family,
		standIns,
		contexts,
		chunks,
		...(structured && { options: structured.options }),
	};
	return { words: emptyWordTable(), windows, windowsRun, warnings: [], compat };
}

const noQuestion = new Uint32Array();
const names: ReadonlySet<string> = new Set(standInNames);

async function readStructure(
	{ contexts, structured }: CompatRequest,
	{ family, unknown }: Speller,
	read: (text: string) => Promise<SpelledToken[]>,
) {
	if (!structured) return undefined;
	const known = [];
	for (const context of contexts) {
		const tokens = await read(context);
		const strings = tokens.map(({ id, spelling }) =>
			id === unknown.id && !names.has(spelling) ? unknown.spelling : spelling,
		);
		const text = decodeContext(strings, family);
		known.push({ text, tokens: (await read(text)).length });
	}
	return readStructuredContexts(known, structured);
}
