// LangChain.js: documents that were found, and documents to be stored.
import { Document, type DocumentInterface } from "@langchain/core/documents";
import { BaseDocumentCompressor } from "@langchain/core/retrievers/document_compressors";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { afterAll, describe, expect, it, vi } from "vitest";
import { coreCompressor, failingCompressor, paragraph } from "./core-compressor.fixture.ts";
import { documentCompressor, documentTransformer } from "./langchain.ts";

const compressor = coreCompressor();
afterAll(() => compressor.dispose());

const documents = ["first", "second", "third"].map(
	(name) =>
		new Document({
			pageContent: paragraph(name),
			metadata: { source: `${name}.md`, loc: { from: 1 } },
			id: name,
		}),
);
const blank = new Document({ pageContent: "\n", metadata: { source: "blank.md" } });

describe("documentCompressor", () => {
	it("asks the query of all documents together and keeps their metadata", async () => {
		const before = structuredClone(documents);
		const onCompressed = vi.fn();
		const compress = vi.fn(compressor.compress);
		const own = documentCompressor({ compress }, { targetTokens: 120, minPerContext: 10, onCompressed });
		expect(BaseDocumentCompressor.isBaseDocumentCompressor(own)).toBe(true);
		const shorter = await own.compressDocuments([...documents, blank], "Which shelf?");
		expect(compress.mock.calls).toEqual([
			[
				[...documents, blank].map(({ pageContent }) => pageContent),
				{ targetTokens: 120, minPerContext: 10, question: "Which shelf?" },
			],
		]);
		expect({ ...documents }).toEqual({ ...before });
		expect(shorter.at(-1)).toBe(blank);
		expect(shorter).toHaveLength(4);
		for (const [at, document] of shorter.slice(0, 3).entries()) {
			expect(document).toBeInstanceOf(Document);
			expect(document).toEqual({ ...documents[at], pageContent: document.pageContent });
			expect(document.pageContent.length).toBeLessThan(paragraph("first").length);
		}
		const [{ changed, sourceTokens, keptTokens }] = onCompressed.mock.calls[0] ?? [{}];
		expect(changed.slice(0, 3)).toEqual([0, 1, 2].map((at) => [at, "pageContent"]));
		expect(keptTokens).toBeLessThanOrEqual(120);
		expect(sourceTokens).toBeGreaterThan(300);
	});

	it("leaves out documents of which nothing is kept", async () => {
		const short = new Document({ pageContent: "Nothing here that anybody needs", metadata: {} });
		const own = documentCompressor({
			compress: async (texts, options) => {
				const result = await compressor.compress(texts, options);
				const contexts = result.contexts.map((context, at) =>
					at === 1 ? { ...context, text: "", keptTokens: 0 } : context,
				);
				return { ...result, contexts };
			},
		});
		const shorter = await own.compressDocuments([documents[0] ?? short, short], "q");
		expect(shorter.map(({ metadata }) => metadata.source)).toEqual(["first.md"]);
	});

	it("gives the very documents back if the compressor fails", async () => {
		const onError = vi.fn();
		const own = documentCompressor(failingCompressor(), { onError });
		expect(await own.compressDocuments(documents, "q")).toBe(documents);
		expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: "worker-crashed" }));
	});

	it.each(["", " \n"])("takes the blank query %j as none", async (query) => {
		const onError = vi.fn();
		const asked = documentCompressor(compressor, { onError });
		const { contexts } = await compressor.compress(documents.map(({ pageContent }) => pageContent));
		const shorter = await asked.compressDocuments(documents, query);
		expect(shorter.map(({ pageContent }) => pageContent)).toEqual(contexts.map(({ text }) => text));
		expect(onError).not.toHaveBeenCalled();
	});

	it.each([
		[{ pin: [] }, /^pin must be left out: .*; got \[\]/],
		[{ drop: [[[0, 1]]] }, /^drop must be left out/],
		[{ question: "" }, /^question must be left out: the query is the question; got ""/],
		[{ minPerContext: -1 }, /minPerContext/],
		[{ rate: 3 }, /rate/],
		[{ signal: 1 }, /signal/],
	])("refuses %j at once", (options, message) => {
		expect(() => documentCompressor(compressor, options as object)).toThrow(message);
	});
});

describe("documentTransformer", () => {
	it("shortens each document by itself, like any Runnable", async () => {
		const onCompressed = vi.fn();
		const transformer = documentTransformer(compressor, { rate: 0.5, onCompressed });
		const shorter = await transformer.invoke([...documents, blank]);
		expect(shorter.map(({ metadata, id }) => [metadata, id])).toEqual(
			[...documents, blank].map(({ metadata, id }) => [metadata, id]),
		);
		expect(shorter[3]).toBe(blank);
		expect(await transformer.transformDocuments(documents.slice(1, 2))).toEqual(shorter.slice(1, 2));
		expect(shorter[0]).toBeInstanceOf(Document);
		expect(shorter[0]?.pageContent.length).toBeLessThan(0.7 * paragraph("first").length);
		expect(onCompressed.mock.calls[0]?.[0].changed).toEqual([0, 1, 2].map((at) => [at, "pageContent"]));
	});

	it("ends with the timeout of its call, and with the signal beside it", async () => {
		const onError = vi.fn();
		const never = documentTransformer({ compress: () => new Promise(() => {}) }, { onError });
		await expect(never.invoke(documents, { timeout: 5 })).rejects.toMatchObject({ name: "TimeoutError" });
		const both = { timeout: 60_000, signal: AbortSignal.abort("gone") };
		await expect(never.invoke(documents, both)).rejects.toBe("gone");
		await expect(never.batch([documents], { timeout: 5 })).rejects.toMatchObject({ name: "TimeoutError" });
		expect(onError).not.toHaveBeenCalled();
	});

	it("takes frozen documents, as the compressor does", async () => {
		const onError = vi.fn();
		const frozen = documents.map((document) => Object.freeze(new Document(document)));
		const stored = await documentTransformer(compressor, { onError }).invoke(frozen);
		const found = await documentCompressor(compressor, { onError }).compressDocuments(frozen, "Which?");
		for (const shorter of [stored, found]) {
			expect(shorter.map(({ id }) => id)).toEqual(["first", "second", "third"]);
			for (const document of shorter) {
				expect(document).toBeInstanceOf(Document);
				expect(document.pageContent.length).toBeLessThan(paragraph("first").length);
			}
		}
		expect(onError).not.toHaveBeenCalled();
	});

	it("follows a splitter in a chain", async () => {
		const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 400, chunkOverlap: 0 });
		const chunks = await splitter.splitDocuments(documents);
		const chain = documentTransformer(compressor, { minTokens: 0 }).pipe((list: Document[]) => list.length);
		expect(await chain.invoke(chunks)).toBe(chunks.length);
	});

	it("gives the very documents back if the compressor fails, and rejects if it is aborted", async () => {
		const onError = vi.fn();
		const failing = documentTransformer(failingCompressor(), { onError });
		expect(await failing.invoke(documents)).toBe(documents);
		expect(onError).toHaveBeenCalledTimes(1);
		const reason = new Error("gone");
		await expect(failing.invoke(documents, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
		expect(onError).toHaveBeenCalledTimes(1);
	});
});

describe("documents of other classes", () => {
	class Sealed extends Document {
		readonly #secret = 1;
		get secret() {
			return this.#secret;
		}
	}
	class Asked extends Document {
		readonly #secret = 1;
		static ask = (of: Asked) => of.#secret;
	}
	class Bound extends Document {
		readonly summary = () => this.pageContent.slice(0, 9);
	}
	class Scored extends Document {
		readonly score = 0.5;
	}
	const fields = { pageContent: paragraph("own"), metadata: { source: "own.md" }, id: "own" };
	const shorten = async (document: DocumentInterface) => [
		...(await documentTransformer(compressor).invoke([document])),
		...(await documentCompressor(compressor).compressDocuments([document], "Which shelf?")),
	];

	it.each([Sealed, Asked, Bound])("become a Document where they have code of their own: %o", async (Own) => {
		const copies = await shorten(Object.freeze(new Own(fields)));
		expect(copies).toHaveLength(2);
		for (const { pageContent, ...copy } of copies) {
			expect(pageContent.length).toBeLessThan(fields.pageContent.length);
			expect(copy).toEqual({ metadata: fields.metadata, id: "own" });
		}
		expect(copies.map(Object.getPrototypeOf)).toEqual([Document.prototype, Document.prototype]);
	});

	it("keep a class of data, and stay plain objects where they are", async () => {
		const scored = await shorten(new Scored(fields));
		expect(scored.map((copy) => [copy instanceof Scored, Reflect.get(copy, "score")])).toEqual([
			[true, 0.5],
			[true, 0.5],
		]);
		const plain = await shorten({ ...fields, metadata: {} });
		expect(plain.map(Object.getPrototypeOf)).toEqual([Object.prototype, Object.prototype]);
	});
});
