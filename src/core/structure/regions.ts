// Data inside other text: JSON documents, diffs, logs and stack traces between paragraphs of prose.

import type { Segment } from "../segment/segment.ts";
import { runSteps, type Steps } from "../steps.ts";
import type { Structure } from "./block.ts";
import { readDiff } from "./code/diff.ts";
import { isJson, jsonEnd, readJson } from "./data/json.ts";
import { isLooseJson } from "./data/json-loose.ts";
import { readTable } from "./data/table.ts";
import { lineEnd } from "./lines.ts";
import { readLog } from "./log/log.ts";
import { Parts } from "./parts.ts";
import { readSubtitles } from "./subtitles/subtitles.ts";

/** How many times its length a text's brackets are searched for their ends: keeps hostile input linear. */
const searches = 4;

/**
 * Replaces what was recognised in the data regions of a text by what their own readers find.
 *
 * @param outer the text as read without knowing of data; its code stays as it is
 */
export function readRegions(text: string, outer: Structure): Structure {
	return runSteps(readRegionsInSteps(text, outer));
}

/** The same with pauses. */
export function* readRegionsInSteps(text: string, outer: Structure): Steps<Structure> {
	const parts = new Parts();
	const regions = yield* findRegions(text, outer.segments, parts);
	return regions.length === 0 ? outer : { ...merge(outer, regions, parts), isData: fill(regions, text) };
}

/** This share of a text's length, without the white space around it, makes it data: a log has lines of its own. */
const dataShare = 0.9;

/** Whether the regions are as good as the whole text. */
function fill(regions: readonly Region[], text: string): boolean {
	const length = regions.reduce((sum, { start, end }) => sum + Math.min(end, text.length) - start, 0);
	return length >= text.trim().length * dataShare;
}

interface Region {
	readonly start: number;
	readonly end: number;
}

function* findRegions(text: string, segments: readonly Segment[], parts: Parts): Steps<Region[]> {
	const regions: Region[] = [];
	const isCode = codeLookup(segments);
	const json = new JsonFinder(text, parts);
	const readTableAt = tableReader(text, parts);
	for (let line = 0; line < text.length; ) {
		yield;
		const stop = lineEnd(text, line);
		const content = firstOnLine(text, line, stop);
		let end = 0;
		if (!isCode(content)) {
			end =
				json.readLines(content) ||
				readDiff(text, line, parts) ||
				readSubtitles(text, line, parts) ||
				(yield* readLog(text, line, parts));
			end ||= readTableAt(line);
			if (end > 0) regions.push({ start: line, end });
			else if (content < stop) {
				const found = json.readInline(content, stop, isCode);
				regions.push(...found);
				end = found.at(-1)?.end ?? 0;
			}
		}
		line = lineEnd(text, Math.max(content, end)) + 1;
	}
	return regions;
}

/** What may stand before JSON on its line: a label, a mark of punctuation, a brace of a template. */
const openers = /(?<![^\s:=(,>"'“„|{])(?:\{(?=\s*["}])|\[(?=\s*["{[]))/g;

/** Reads the JSON documents of a text, within `searches` times its length. */
class JsonFinder {
	readonly #text: string;
	readonly #parts: Parts;
	#budget: number;
	#opener = -1;

	constructor(text: string, parts: Parts) {
		this.#text = text;
		this.#parts = parts;
		this.#budget = searches * text.length;
	}

	/** Reads the document that fills the lines from a place on; gives its end, or 0 if there is none. */
	readLines(start: number): number {
		const text = this.#text;
		const unit = text.charCodeAt(start);
		if ((unit !== 0x7b && unit !== 0x5b) || this.#budget <= 0) return 0;
		const end = this.#end(start);
		if (!endsLine(text, end) || !isData(text, start, end)) return 0;
		readJson(text, start, end, this.#parts);
		return end;
	}

	/** Reads the documents that begin inside a line: behind a label, or in a sentence. */
	readInline(from: number, stop: number, isCode: (place: number) => boolean): Region[] {
		const text = this.#text;
		const found: Region[] = [];
		let limit = stop;
		for (let start = this.#openerFrom(from); start < limit && this.#budget > 0; ) {
			const end = isCode(start) ? 0 : this.#end(start);
			if (end > 0 && this.#isInline(start, end)) {
				readJson(text, start, end, this.#parts);
				found.push({ start, end });
				limit = lineEnd(text, end);
				start = this.#openerFrom(end);
			} else start = this.#openerFrom(start + 1);
		}
		return found;
	}

	/** The first opener from a place on; places ascend. */
	#openerFrom(place: number): number {
		if (this.#opener < place) {
			openers.lastIndex = place;
			this.#opener = openers.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY;
		}
		return this.#opener;
	}

	/** A name in brackets that a target follows is a link. */
	#isInline(start: number, end: number): boolean {
		const text = this.#text;
		if (/[([:]/.test(text.charAt(end)) || !/[:,{]/.test(text.slice(start + 1, end))) return false;
		const strict = text.slice(start, end).includes('"') && isJson(text, start, end);
		return strict || (endsLine(text, end) && isData(text, start, end));
	}

	#end(start: number): number {
		const closed = jsonEnd(this.#text, start);
		const end = closed < 0 ? this.#text.length : closed;
		this.#budget -= end - start;
		return end;
	}
}

/** What reads the table that begins with a line, within `searches` times the length of the text. */
function tableReader(text: string, parts: Parts): (line: number) => number {
	let budget = searches * text.length;
	return (line) => {
		if (budget <= 0) return 0;
		const { end, seen } = readTable(text, line, parts);
		budget -= seen - line;
		return end;
	};
}

function isData(text: string, start: number, end: number): boolean {
	if (!text.slice(start, end).includes('"')) return false;
	return isJson(text, start, end) || isLooseJson(text, start, end);
}

function firstOnLine(text: string, line: number, end: number): number {
	let at = line;
	while (at < end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
	return at;
}

/** Nothing but a comma and blanks up to the end of the line. */
function endsLine(text: string, at: number): boolean {
	return /^,?[ \t\r]*$/.test(text.slice(at, Math.min(at + 80, lineEnd(text, at))));
}

/** Whether ascending places lie in code. */
function codeLookup(segments: readonly Segment[]): (place: number) => boolean {
	let at = 0;
	return (place) => {
		while (at < segments.length && (segments[at]?.end ?? 0) <= place) at++;
		const found = segments[at];
		return found !== undefined && found.kind === "code" && found.start <= place;
	};
}

function merge(outer: Structure, regions: readonly Region[], parts: Parts): Structure {
	const overlaps = overlapLookup(regions);
	const kept = outer.segments.filter(({ start, end }) => !overlaps(start, end));
	const segments = [...kept, ...parts.segments].sort((a, b) => a.start - b.start);
	const blocks = outer.blocks.filter(({ start, end }) => !cuts(regions, start, end));
	return { segments, blocks: [...blocks, ...parts.blocks] };
}

function overlapLookup(regions: readonly Region[]): (start: number, end: number) => boolean {
	return (start, end) => {
		const region = regions[firstEndingAfter(regions, start)];
		return region !== undefined && region.start < end;
	};
}

/** Whether a block lies in a region or overlaps one in part; a block around regions may stay. */
function cuts(regions: readonly Region[], start: number, end: number): boolean {
	const first = regions[firstEndingAfter(regions, start)];
	const last = regions[firstEndingAfter(regions, end)];
	if (first !== undefined && first.start < start) return true;
	return last !== undefined && last.start < end;
}

function firstEndingAfter(regions: readonly Region[], place: number): number {
	let low = 0;
	let high = regions.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((regions[middle]?.end ?? 0) <= place) low = middle + 1;
		else high = middle;
	}
	return low;
}
