// LangChain's documents, each made shorter by itself, before they are embedded or stored, say.
import { BaseDocumentTransformer, type DocumentInterface } from "@langchain/core/documents";
import { ensureConfig, type RunnableConfig } from "@langchain/core/runnables";
import { shrinkPlaces } from "../chat/shrink-places.ts";
import { checkCompressor, type TextCompressor } from "../chat/shrink-text.ts";
import { checkTextOptions, type TextOptions } from "../chat/text-options.ts";
import type { LoadOptions } from "../compressor/compressor-options.ts";
import { checkSignal } from "../compressor/shared-checks.ts";
import {
	type AdapterListeners,
	checkOptions,
	compressOr,
	mapPaths,
	resolveListeners,
	withSignal,
} from "./adapter.ts";
import { documentWith } from "./langchain-copies.ts";

/** How much is kept of each document. */
export interface DocumentTransformerOptions extends TextOptions, LoadOptions, AdapterListeners {
	/** Documents of fewer LLM tokens stay as they are. Default 50. */
	readonly minTokens?: number | undefined;
}

/**
 * A document transformer, a Runnable like text splitters: as many documents as before, each made shorter by itself, so
 * that what becomes of one does not depend on its neighbours. They keep their metadata and id; one of a class with methods
 * of its own becomes a `Document`.
 *
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const documents = [{ pageContent: transcript, metadata: { source: "meeting.md" } }];
 * await documentTransformer(compressor, { rate: 0.7 }).invoke(documents);
 */
export function documentTransformer(
	compressor: TextCompressor,
	options: DocumentTransformerOptions = {},
): SieveDocumentTransformer {
	checkCompressor(compressor);
	checkOptions(options);
	const { onCompressed, onError, signal: ended, minTokens = 50, ...others } = options;
	const listeners = resolveListeners({ onCompressed, onError });
	checkSignal(ended);
	checkTextOptions({ ...others, minTokens });

	const transform = (documents: DocumentInterface[], signal?: AbortSignal) =>
		compressOr(documents, listeners, signal, async () => {
			const own = withSignal({ ...others, minTokens, ...(ended && { signal: ended }) }, signal);
			const texts = documents.map(({ pageContent }) => pageContent);
			const places = texts.map((value, at) => ({ path: [at], value, options: own }));
			const { root, ...summary } = await shrinkPlaces(compressor, texts, places);
			return {
				value: documents.map((document, at) => withText(document, root[at])),
				summary: mapPaths(summary, ([at = 0]) => [at, "pageContent"]),
			};
		});
	return new SieveDocumentTransformer(transform);
}

type Transform = (documents: DocumentInterface[], signal?: AbortSignal) => Promise<DocumentInterface[]>;

/** Made by {@link documentTransformer}. The signal and the timeout of a call's config end it. */
export class SieveDocumentTransformer extends BaseDocumentTransformer {
	/** @internal */
	override lc_namespace = ["promptsieve"];
	readonly #transform: Transform;

	constructor(transform: Transform) {
		super();
		this.#transform = transform;
	}

	static override lc_name() {
		return "SieveDocumentTransformer";
	}

	override transformDocuments(documents: DocumentInterface[]) {
		return this.#transform(documents);
	}

	override async invoke(documents: DocumentInterface[], config?: RunnableConfig) {
		// Makes one signal of both.
		return this.#transform(documents, ensureConfig(config).signal);
	}
}

function withText(document: DocumentInterface, pageContent: string | undefined): DocumentInterface {
	return pageContent === undefined || pageContent === document.pageContent
		? document
		: documentWith(document, pageContent);
}
