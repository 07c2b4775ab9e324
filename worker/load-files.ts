// Fetches the model's and the runtime's files, with progress in bytes, and refuses every file that is
// not what it should be. Called once per load, before the session is made.
import { CompressorError } from "../src/core/error.ts";
import type { DownloadMeter } from "./download-meter.ts";
import { openUrl } from "./open-url.ts";

export interface WantedFile {
	/** Absolute. */
	readonly url: string;
	/** Exact length, if known beforehand. */
	readonly bytes?: number | undefined;
	/** Hex SHA-256; checked where `crypto.subtle` exists (secure contexts). */
	readonly sha256?: string | undefined;
	/** Whether to ask the server if a cached copy is still good. Default false: the cache's own rules. */
	readonly revalidate?: boolean;
	/** What to do when the file is not there: a sentence for the end of the error's message. */
	readonly advice?: string;
}

/**
 * The file's content, checked: HTTP status, a development server's HTML page in its place, length, hash.
 * A bad answer may come out of the browser's cache, so the server itself is asked once more before
 * giving up; nothing bad stays cached for the next load.
 *
 * @throws CompressorError "model-load-failed" that names the URL and what was wrong.
 */
export async function loadFile(wanted: WantedFile, meter?: DownloadMeter): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return await attempt(wanted, wanted.revalidate ? "no-cache" : "default", meter);
	} catch (error) {
		if (!(error instanceof BadFile)) throw failure(wanted.url, error, wanted.advice);
	}
	try {
		return await attempt(wanted, "reload", meter);
	} catch (error) {
		throw failure(wanted.url, error, wanted.advice);
	}
}

/** A JSON file, checked like any other and parsed. What it holds is the caller's to check. */
export async function loadJson(wanted: WantedFile, meter?: DownloadMeter): Promise<unknown> {
	return parseJson(await loadFile(wanted, meter), wanted.url);
}

/** @throws CompressorError "model-load-failed" that names the URL. */
export function parseJson(content: Uint8Array, url: string): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(content));
	} catch (error) {
		throw failure(url, error);
	}
}

/** An answer came, but not the file; as opposed to no answer at all. */
class BadFile extends Error {}

function failure(url: string, error: unknown, advice?: string): CompressorError {
	const what = error instanceof Error ? error.message : String(error);
	const shown = url.startsWith("data:") ? `${url.slice(0, 50)}…` : url;
	const message = advice ? `${shown}: ${what.replace(/\.$/, "")}. ${advice}` : `${shown}: ${what}`;
	return new CompressorError("model-load-failed", message, { cause: error });
}

async function attempt(wanted: WantedFile, cache: RequestCache, meter?: DownloadMeter) {
	const response = await openUrl(wanted.url, cache);
	if (!response.ok) throw new BadFile(`HTTP status ${response.status}`);
	if (/^\s*text\/html/i.test(response.headers.get("content-type") ?? "")) {
		throw new BadFile("the server answered with an HTML page instead of the file");
	}
	const content = await readBody(response, wanted, meter);
	if (content[0] === "<".charCodeAt(0)) {
		throw new BadFile("the server answered with a page of markup instead of the file");
	}
	if (wanted.bytes !== undefined && content.length !== wanted.bytes) {
		throw new BadFile(`${content.length} bytes instead of ${wanted.bytes}`);
	}
	if (wanted.sha256 !== undefined && globalThis.crypto?.subtle) {
		const sha256 = hex(await crypto.subtle.digest("SHA-256", content));
		if (sha256 !== wanted.sha256.toLowerCase()) {
			throw new BadFile(`SHA-256 is ${sha256} instead of ${wanted.sha256}`);
		}
	}
	meter?.finish(wanted.url, content.length);
	return content;
}

/** Reads into one buffer of the expected size, so that a model is never in memory twice. */
async function readBody(response: Response, wanted: WantedFile, meter?: DownloadMeter) {
	if (!response.body) return new Uint8Array(await response.arrayBuffer());
	let buffer = new Uint8Array(wanted.bytes ?? 1 << 16);
	let length = 0;
	const reader = response.body.getReader();
	for (;;) {
		const { done, value } = await reader.read().catch((error: unknown) => {
			throw new BadFile(`cut off after ${length} bytes (${String(error)})`);
		});
		if (done) break;
		if (wanted.bytes !== undefined && length + value.length > wanted.bytes) {
			await reader.cancel();
			throw new BadFile(`more than ${wanted.bytes} bytes`);
		}
		if (length + value.length > buffer.length) {
			const larger = new Uint8Array(Math.max(buffer.length * 2, length + value.length));
			larger.set(buffer);
			buffer = larger;
		}
		buffer.set(value, length);
		length += value.length;
		meter?.progress(wanted.url, length);
	}
	return length === buffer.length ? buffer : buffer.slice(0, length);
}

function hex(digest: ArrayBuffer): string {
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
