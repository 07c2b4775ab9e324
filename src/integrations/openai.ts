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
	readonly fetch?: Fetch;
}

/** The end of a path, whatever server and version come before, and the list that its body holds. */
const endpoints = [
	{ path: /\/chat\/completions\/?$/, key: "messages" },
	{ path: /\/responses\/?$/, key: "input" },
];

/**
 * A `fetch` that makes the `messages` of chat completions and the `input` items of responses shorter, as
 * `compressMessages` does. Everything else passes through byte for byte: other endpoints, bodies that are no JSON text of
 * this shape or not written as `JSON.stringify` writes them, `Request` objects, streams, and all answers. Of the headers
 * only the name `content-length` is looked for.
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
		const { key, body } = request;
		const sent = await compressOr(body, listeners, init.signal, () => compress(body, key, init.signal));
		return next(
			input,
			sent === body ? init : { ...init, ...lengthless(init.headers), body: JSON.stringify(sent) },
		);
	};
}

/** What can be compressed of a request, if it is one that is understood. */
function readRequest(input: unknown, { method, body: text }: RequestInit) {
	if (method?.toUpperCase() !== "POST" || typeof text !== "string") return undefined;
	if (typeof input !== "string" && !(input instanceof URL)) return undefined;
	const path = String(input).replace(/[?#].*$/s, "");
	const key = endpoints.find((endpoint) => endpoint.path.test(path))?.key;
	const body = key === undefined ? undefined : parseExactly(text);
	if (key === undefined || !isRecord(body)) return undefined;
	const list = body[key];
	return Array.isArray(list) && list.every(isRecord) ? { key, body } : undefined;
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

/** The same headers without a length that a caller has set for the longer body; `fetch` sets its own. */
function lengthless(headers: HeadersInit | undefined): { headers?: Headers } {
	if (headers === undefined) return {};
	const others = new Headers(headers);
	if (!others.has("content-length")) return {};
	others.delete("content-length");
	return { headers: others };
}
