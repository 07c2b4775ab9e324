// Loads the model's and the runtime's files: out of what this browser keeps, else by a download, with progress in
// bytes; and refuses every file that is not what it should be. Called once per load, before the session is made.
import { CompressorError } from "../../src/core/error.ts";
import { withinTime } from "../time-limit.ts";
import { validatorOf } from "./answer.ts";
import { type DownloadRequest, defaultPatience, download, type Patience } from "./download.ts";
import type { DownloadMeter } from "./download-meter.ts";
import { FileContent } from "./file-content.ts";
import { KeptFile } from "./kept-file.ts";
import { oneDownload } from "./one-download.ts";
import { isOnServer, openUrl } from "./open-url.ts";

export interface WantedFile {
	/** Absolute. */
	readonly url: string;
	/** Exact length, if known beforehand. */
	readonly bytes?: number | undefined;
	/** Hex SHA-256, if known beforehand. */
	readonly sha256?: string | undefined;
	/** Whether to ask the server if a cached copy is still good. Default false: the cache's own rules. */
	readonly revalidate?: boolean;
	/**
	 * Id of the model for which the file is kept in this browser (kept-file.ts). Default: it is not kept. The files
	 * of the package aren't: they belong to a page, whose HTTP cache and service worker hold them already.
	 */
	readonly keepFor?: string | undefined;
	/** Whether this URL never gives another file. Default: whether `sha256` is given. Else a kept one is asked about. */
	readonly isPinned?: boolean | undefined;
	/** What to do when the file is not there: a sentence for the end of the error's message. */
	readonly advice?: string;
}

export interface LoadFileOptions {
	readonly signal?: AbortSignal;
	/** Default: that of a person. Tests have less. */
	readonly patience?: Patience;
	/** As in `DownloadRequest`. */
	readonly readToo?: DownloadRequest["readToo"];
}

/**
 * The file's content, checked: HTTP status, a development server's HTML page in its place, length, hash.
 * A bad answer may come out of a cache, so the server itself is asked once more before giving up; nothing bad stays
 * cached for the next load. A download that breaks off goes on from there (download.ts). Of a file that is kept, two
 * tabs make one download (one-download.ts).
 *
 * @throws CompressorError "model-load-failed" that names the URL and what was wrong; "out-of-memory"; "aborted".
 */
export async function loadFile(
	wanted: WantedFile,
	meter?: DownloadMeter,
	{ signal, patience = defaultPatience, readToo }: LoadFileOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
	const { url, bytes, sha256, keepFor, revalidate } = wanted;
	try {
		const cache = revalidate ? "no-cache" : "default";
		const request = { url, bytes, sha256, cache, meter, signal, patience, readToo } as const;
		if (keepFor === undefined || !isOnServer(url)) return await download(request);
		const version = sha256?.toLowerCase() ?? (bytes === undefined ? "" : `${bytes}`);
		const open = () => KeptFile.open({ model: keepFor, url, version });
		const take = async (kept: KeptFile) => {
			if (!kept.checked) return undefined;
			if (await isStillGood(kept, wanted, patience.silence, signal)) return readKept(kept, wanted, meter);
			await kept.clear();
			return undefined;
		};
		const kept = await open();
		// What isn't kept, no other tab can find.
		if (!kept) return await download(request);
		const content = await take(kept);
		if (content) return content;
		return await oneDownload(
			`${keepFor} ${url}`,
			async (tell) => {
				// As another tab has left it.
				const now = await open();
				const there = now && (await take(now));
				return there ?? (await download({ ...request, kept: now, tell }));
			},
			{
				onBytes: (loaded, total) => {
					meter?.discover(url, total);
					meter?.progress(url, loaded);
				},
				// It may be told by its server to wait so long, and then be answered only after this.
				silence: patience.silence + patience.longestPause,
				signal,
			},
		);
	} catch (error) {
		if (!signal?.aborted) throw failure(url, error, wanted.advice);
		throw new CompressorError("aborted", "The load was cancelled.", { cause: signal.reason });
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

/** What is kept and was checked when it came; `undefined` where it can't be read any more. */
async function readKept(kept: KeptFile, wanted: WantedFile, meter: DownloadMeter | undefined) {
	const content = new FileContent(wanted.bytes ?? kept.edition?.total, false);
	await kept.read(content);
	if (!kept.checked) return undefined;
	const whole = content.whole();
	meter?.discover(wanted.url, whole.length);
	meter?.finish(wanted.url, whole.length);
	return whole;
}

/** Whether the server still has that edition. Who cannot be asked, as without a network, is taken to have it. */
async function isStillGood(
	kept: KeptFile,
	{ url, sha256, isPinned = sha256 !== undefined, revalidate }: WantedFile,
	silence: number,
	signal: AbortSignal | undefined,
): Promise<boolean> {
	if (isPinned && !revalidate) return true;
	const stop = new AbortController();
	const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
	try {
		const late = () => new Error("no answer");
		const head = openUrl(url, { method: "HEAD", cache: "no-store", signal: both });
		const { ok, status, headers } = await withinTime(head, silence, late);
		if (status === 429 || status >= 500) return true;
		const validator = validatorOf(headers);
		return ok && validator !== "" && validator === kept.edition?.validator;
	} catch {
		signal?.throwIfAborted();
		return true;
	} finally {
		stop.abort();
	}
}

function failure(url: string, error: unknown, advice?: string): CompressorError {
	const what = error instanceof Error ? error.message : String(error);
	const shown = url.startsWith("data:") ? `${url.slice(0, 50)}…` : url;
	const message = advice ? `${shown}: ${what.replace(/\.$/, "")}. ${advice}` : `${shown}: ${what}`;
	// Only an allocation throws one here.
	const code = error instanceof RangeError ? "out-of-memory" : "model-load-failed";
	return new CompressorError(code, message, { cause: error });
}
