// LangChain's retrieved documents, made shorter for one query: one ranking and one budget over all of them.
import type { DocumentInterface } from "@langchain/core/documents";
import type { BaseDocumentCompressor } from "@langchain/core/retrievers/document_compressors";
import type { TextsSummary } from "../chat/shrink-places.ts";
import { checkCompressor } from "../chat/shrink-text.ts";
import type { CompressContextsOptions, LoadOptions } from "../compressor/compressor-options.ts";
import { checkSignal } from "../compressor/shared-checks.ts";
import {
	type SelectContextsOptions,
	validateSelectContextsOptions,
} from "../core/contexts/contexts-options.ts";
import type { ContextsResult } from "../core/contexts/contexts-result.ts";
import { invalidOption } from "../core/invalid-option.ts";
import { type AdapterListeners, checkOptions, compressOr, resolveListeners } from "./adapter.ts";
import { documentWith } from "./langchain-copies.ts";

/** The part of a `Compressor` that documents need. */
export interface ContextsCompressor {
	/** As `compress` of a compressor does with several contexts. */
	compress(contexts: readonly string[], options?: CompressContextsOptions): Promise<ContextsResult>;
}

/** How much is kept of all documents together, and what of each; see `compress` for several contexts. */
export interface DocumentCompressorOptions
	extends Omit<SelectContextsOptions, "pin" | "drop">,
		LoadOptions,
		AdapterListeners {}

/**
 * A document compressor for `ContextualCompressionRetriever` and its like: the query is the question, and a blank one is
 * none, as for `compress`. Documents of which nothing is kept are left out, the others keep their order, metadata and id.
 * Documents that were blank already stay. A document of a class with methods of its own becomes a `Document`.
 *
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const found = [{ pageContent: transcript, metadata: { source: "meeting.md" } }];
 * await documentCompressor(compressor, { targetTokens: 1000 }).compressDocuments(found, question);
 */
export function documentCompressor(
	compressor: ContextsCompressor,
	options: DocumentCompressorOptions = {},
): BaseDocumentCompressor {
	checkCompressor(compressor);
	checkOptions(options);
	const { onCompressed, onError, signal, ...select } = options;
	const listeners = resolveListeners({ onCompressed, onError });
	checkSignal(signal);
	for (const name of ["pin", "drop"]) {
		const value: unknown = Reflect.get(select, name);
		if (value !== undefined)
			throw invalidOption(name, value, "left out: documents differ from query to query");
	}
	const question: unknown = Reflect.get(select, "question");
	if (question !== undefined)
		throw invalidOption("question", question, "left out: the query is the question");
	validateSelectContextsOptions(select, []);

	return {
		compressDocuments: (documents, query) =>
			compressOr(documents, listeners, undefined, async () => {
				const texts = documents.map(({ pageContent }) => pageContent);
				const all = { ...select, question: query, ...(signal && { signal }) };
				const result = await compressor.compress(texts, all);
				return { value: keptDocuments(documents, result), summary: summaryOf(texts, result) };
			}),
	};
}

function keptDocuments(documents: DocumentInterface[], { contexts }: ContextsResult): DocumentInterface[] {
	return documents.flatMap((document, at) => {
		const pageContent = contexts[at]?.text ?? "";
		if (pageContent === document.pageContent || document.pageContent.trim() === "") return [document];
		return pageContent === "" ? [] : [documentWith(document, pageContent)];
	});
}

function summaryOf(texts: readonly string[], { contexts, warnings }: ContextsResult): TextsSummary {
	const changed = contexts.flatMap((own, at) => (own.text === texts[at] ? [] : [{ at, own }]));
	return {
		changed: changed.map(({ at }) => [at, "pageContent"]),
		sourceTokens: changed.reduce((sum, { own }) => sum + own.sourceTokens, 0),
		keptTokens: changed.reduce((sum, { own }) => sum + own.keptTokens, 0),
		warnings: warnings.map(({ context, ...warning }) => ({
			...warning,
			path: context === undefined ? [] : [context, "pageContent"],
		})),
	};
}
