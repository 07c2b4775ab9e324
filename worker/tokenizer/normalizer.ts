// Source text -> normalized text with alignments: the charsmap, then the replacements of tokenizer.json.
import { type AlignedText, AlignedWriter, replaceMatches } from "./aligned-text.ts";
import { Charsmap } from "./charsmap.ts";
import { unusable } from "./json-fields.ts";
import { shortClusters } from "./short-clusters.ts";
import type { TokenizerFile } from "./tokenizer-file.ts";

/** Beyond this many code units a block ends as soon as it may. */
const blockLength = 1 << 15;

/** A space or line end after a letter, digit or mark that the charsmap may leave alone. */
const blockEnd = /(?<=[\p{L}\p{N}\p{P}])[ \n]/gu;

const loneSurrogates = /[\ud800-\udfff]/gu;

export class Normalizer {
	readonly #charsmap: Charsmap | null;
	readonly #replacements: TokenizerFile["replacements"];

	constructor({ charsmap, replacements }: Pick<TokenizerFile, "charsmap" | "replacements">) {
		this.#charsmap = charsmap === null ? null : readCharsmap(charsmap);
		this.#replacements = replacements;
	}

	/**
	 * `source[from, to)` in blocks of some 32,768 code units; put together, they are what the whole would give.
	 * A block ends before a white space that becomes " " and takes no part in a cluster, so only a text without
	 * white space is one long block. A lone surrogate counts as U+FFFD.
	 */
	*normalize(source: string, from: number, to: number): Generator<AlignedText, undefined> {
		const writer = new AlignedWriter(source, from);
		for (let start = from; start < to; ) {
			const end = this.#blockEnd(source, start, to);
			this.#write(writer, source.slice(start, end).replace(loneSurrogates, "\ufffd"));
			let aligned = writer.take();
			for (const { pattern, content } of this.#replacements)
				aligned = replaceMatches(aligned, pattern, content);
			yield aligned;
			start = end;
		}
	}

	/** The first place from `at` on whose character is not removed altogether. */
	skipRemoved(source: string, at: number): number {
		let from = at;
		while (from < source.length && this.#charsmap?.ofCodePoint(source.charCodeAt(from)) === "") from++;
		return from;
	}

	#blockEnd(source: string, start: number, to: number): number {
		if (to - start <= blockLength) return to;
		blockEnd.lastIndex = start + blockLength;
		for (let match = blockEnd.exec(source); match && match.index < to; match = blockEnd.exec(source)) {
			const space = this.#charsmap?.ofCodePoint(match[0].charCodeAt(0)) ?? match[0];
			const before = this.#charsmap?.ofCodePoint(source.charCodeAt(match.index - 1)) ?? null;
			if (space === " " && before === null) return match.index;
		}
		return to;
	}

	#write(writer: AlignedWriter, block: string): void {
		const charsmap = this.#charsmap;
		const clusters = charsmap ? shortClusters(block) : undefined;
		let cluster = clusters?.next().value;
		for (let at = 0; at < block.length; ) {
			if (cluster?.index === at) {
				const { text } = cluster;
				cluster = clusters?.next().value;
				const whole = charsmap?.ofChunk(text) ?? null;
				if (whole !== null) {
					writer.replace([...text].length, whole);
					at += text.length;
					continue;
				}
			}
			const codePoint = block.codePointAt(at) ?? 0;
			const single = charsmap?.ofCodePoint(codePoint) ?? null;
			if (single === null) writer.put(codePoint);
			else writer.replace(1, single);
			at += codePoint > 0xffff ? 2 : 1;
		}
	}
}

function readCharsmap(base64: string): Charsmap {
	try {
		return new Charsmap(base64);
	} catch (error) {
		unusable("normalizer: precompiled_charsmap", String(error));
	}
}
