// OpenAI's client, and whatever speaks its API through `fetch`: chat completions and responses.
import type { TextCompressor } from "../chat/shrink-text.ts";
import { invalidOption, isRecord } from "../core/invalid-option.ts";
import { checkOptions, compressOr } from "./adapter.ts";
import { type RequestOptions, requestCompressor } from "./compress-request.ts";

export type { RequestOptions };

/** `fetch` as far as clients use it. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Options of {@link createCompressingFetch}. */
export interface CompressingFetchOptions extends RequestOptions {
	/** What sends the requests. Default: the global `fetch`, looked up with each request. */
	readonly fetch?: Fetch | undefined;
}

/** The end of a path, whatever server and version come before, and the list that its body holds. */
const endpoints = [
	{ path: /\/chat\/completions\/?$/, key: "messages" },
	{ path: /\/responses\/?$/, key: "input" },
];

/**
 * A `fetch` that makes the `messages` of chat completions and the `input` items of responses shorter, as
 * `compressMessages` does. Everything else passes through byte for byte: other endpoints, bodies that are no JSON text of
 * this shape or not written as `JSON.stringify` writes them, `Request` objects, streams, options that are no plain object, and all
 * answers. Headers stay as they are, and only the name `content-length` is looked for: where a caller has set that, or it
 * cannot be known, spaces at the end of the JSON text keep its length.
 *
 * @throws CompressorError "invalid-option"
 *
 * @example
 * const fetch = createCompressingFetch(compressor, { rate: 0.6 });
 * // new OpenAI({ fetch })
 */
export function createCompressingFetch(
	compressor: TextCompressor,
	options: CompressingFetchOptions = {},
): Fetch {
	checkOptions(options);
	const { fetch: send, ...others } = options;
	if (send !== undefined && typeof send !== "function") throw invalidOption("fetch", send, "a function");
	const { listeners, compress } = requestCompressor(compressor, others);

	return async (input, init) => {
		const request = init && readRequest(input, init);
		const next = send ?? globalThis.fetch;
		if (!request) return next(input, init);
		const { key, body, text, signal } = request;
		const sent = await compressOr(body, listeners, signal, () => compress(body, key, signal));
		if (sent === body) return next(input, init);
		const shorter = JSON.stringify(sent);
		return next(input, { ...init, body: mayNameLength(init.headers) ? padded(shorter, text) : shorter });
	};
}

/** What can be compressed of a request, if it is one that is understood. */
function readRequest(input: unknown, init: RequestInit) {
	// What an instance of a class has would be lost in a copy.
	if (!isRecord(init)) return undefined;
	const { method, body: text, signal }: RequestInit = init;
	if (typeof method !== "string" || method.toUpperCase() !== "POST" || typeof text !== "string")
		return undefined;
	if (typeof input !== "string" && !(input instanceof URL)) return undefined;
	const path = String(input).replace(/[?#].*$/s, "");
	const key = endpoints.find((endpoint) => endpoint.path.test(path))?.key;
	const body = key === undefined ? undefined : parseExactly(text);
	if (key === undefined || !isRecord(body)) return undefined;
	const list = body[key];
	return Array.isArray(list) && list.every(isRecord) ? { key, body, text, signal } : undefined;
}

/** The value of a JSON text that comes out of `JSON.stringify` as it went in: nothing but texts can change then. */
function parseExactly(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return JSON.stringify(value) === text ? value : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Whether a caller has set the length of the longer body. Values are never read, and what can be iterated but once is
 * left to `fetch`.
 */
function mayNameLength(headers: unknown): boolean {
	if (typeof headers !== "object" || headers === null) return false;
	if (headers instanceof Headers) return headers.has("content-length");
	if (Array.isArray(headers)) return headers.some((pair) => !Array.isArray(pair) || isLengthName(pair[0]));
	return Symbol.iterator in headers || Reflect.ownKeys(headers).some(isLengthName);
}

function isLengthName(name: unknown): boolean {
	return String(name).toLowerCase() === "content-length";
}

/** The JSON text, made as many bytes long as `other` by white space, which JSON allows at its end. */
function padded(json: string, other: string): string {
	const bytes = (text: string) => new TextEncoder().encode(text).length;
	return json + " ".repeat(Math.max(0, bytes(other) - bytes(json)));
}
