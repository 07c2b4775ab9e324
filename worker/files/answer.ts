// What a server's answer says of a file before its first byte: whether it's the file at all, from which byte on, how
// large it is, and which edition. Read by download.ts.
import type { Edition } from "../../src/models/cache-names.ts";

/** An answer came, but not the file. `isSpoilt`: what has come of it so far is of no use either. */
export class BadAnswer extends Error {
	readonly isSpoilt: boolean;

	constructor(message: string, isSpoilt: boolean) {
		super(message);
		this.isSpoilt = isSpoilt;
	}
}

/** No answer, or one that broke off, or a server that asks to come back later. */
export class Interruption extends Error {
	/** Milliseconds that the server asks to wait. */
	readonly retryAfter: number | undefined;

	constructor(message: string, options: ErrorOptions & { readonly retryAfter?: number | undefined } = {}) {
		super(message, options);
		this.retryAfter = options.retryAfter;
	}
}

/** Time-outs, limits on requests, and failures that a server calls temporary or has by accident. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A server that answers, but asks to come back later. */
export class Busy extends Interruption {}

export interface Answer {
	/** The first byte that comes. */
	readonly from: number;
	/** Whole size; `undefined` where it isn't known, or the bytes are not numbered as they come. */
	readonly total: number | undefined;
	/** As in `Edition`. */
	readonly validator: string;
}

/**
 * @param from the first byte that was asked for
 * @throws BadAnswer or Interruption
 */
export function readAnswer(response: Response, from: number): Answer {
	const { status, ok, headers } = response;
	if (passing.has(status)) {
		throw new Busy(`HTTP status ${status}`, { retryAfter: retryAfter(headers) });
	}
	// Its file is shorter than what is there of ours.
	if (status === 416) throw new BadAnswer("HTTP status 416", true);
	if (!ok || (status === 206 && from === 0)) throw new BadAnswer(`HTTP status ${status}`, false);
	if (/^\s*text\/html/i.test(headers.get("content-type") ?? "")) {
		throw new BadAnswer("the server answered with an HTML page instead of the file", false);
	}
	const begin = status === 206 ? from : 0;
	// Compressed bytes have other numbers than the file's.
	const isPlain = (headers.get("content-encoding") ?? "identity") === "identity";
	return {
		from: begin,
		total: isPlain ? totalSize(headers, begin) : undefined,
		validator: validatorOf(headers),
	};
}

/**
 * Whether the rest that comes belongs to what is there.
 *
 * @param edition of what is there
 */
export function continues(answer: Answer, edition: Edition): boolean {
	return answer.total === edition.total && answer.validator === edition.validator;
}

/** ETag, else the date of the last change, else "". */
export function validatorOf(headers: Headers): string {
	return headers.get("etag") ?? headers.get("last-modified") ?? "";
}

/** Whether the same validator means the same bytes. A weak ETag says less: as good, but perhaps compressed anew. */
export function isStrong(validator: string): boolean {
	return validator !== "" && !validator.startsWith("W/");
}

/** From another origin `Content-Range` may be hidden; then the length of what comes tells the end. */
function totalSize(headers: Headers, from: number): number | undefined {
	const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get("content-range") ?? "");
	if (range) return Number(range[1]) === from ? Number(range[2]) : undefined;
	const length = headers.get("content-length");
	return length !== null && /^\d+$/.test(length) ? from + Number(length) : undefined;
}

/** Seconds or a date. */
function retryAfter(headers: Headers): number | undefined {
	const value = headers.get("retry-after");
	if (value === null) return undefined;
	const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
