// Fetches one file's bytes over as many answers as it takes: broken off, they go on from where they were, in the same
// page or the next. Says nothing of whether the file is good but by its size and hash. Called by load-files.ts.
import type { Edition } from "../../src/models/cache-names.ts";
import { pause, withinTime } from "../time-limit.ts";
import { type Answer, BadAnswer, Busy, continues, Interruption, isStrong, readAnswer } from "./answer.ts";
import type { DownloadMeter } from "./download-meter.ts";
import { FileContent } from "./file-content.ts";
import type { KeptFile } from "./kept-file.ts";
import type { Tell } from "./one-download.ts";
import { isOnServer, openUrl } from "./open-url.ts";

/** How long a download bears with its server, in milliseconds. */
export interface Patience {
	/** Without a byte, before it counts as broken off. Servers that must fetch a file first have taken ten seconds. */
	readonly silence: number;
	/** Before each new attempt after a break; when they are used up without progress it has failed. */
	readonly pauses: readonly number[];
	/** A server that asks for more than this is given up. */
	readonly longestPause: number;
}

export const defaultPatience: Patience = {
	silence: 30_000,
	pauses: [500, 1000, 2000, 4000],
	longestPause: 60_000,
};

/** Bytes that make a new attempt count as the first again; so many attempts are bounded by the file's size. */
const progressBytes = 1 << 20;

export interface DownloadRequest {
	readonly url: string;
	readonly bytes?: number | undefined;
	readonly sha256?: string | undefined;
	/** How the first attempt may be answered by the browser's HTTP cache. */
	readonly cache: RequestCache;
	/** What was kept of it, and where to keep what comes. */
	readonly kept?: KeptFile | undefined;
	readonly meter?: DownloadMeter | undefined;
	/** Hears of all bytes that are there, where the whole size is known. */
	readonly tell?: Tell | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly patience?: Patience | undefined;
	/**
	 * Gets a copy of every answer that is the whole file, while it comes and nothing of it is checked. It is waited
	 * for, and must not reject.
	 */
	readonly readToo?: ((answer: Response) => Promise<void>) | undefined;
}

/**
 * The whole file, of the right size and hash as far as they are known.
 *
 * @throws BadAnswer after the second answer that was not the file; Interruption when nothing came for too long;
 *   the signal's reason; RangeError where the file does not fit into memory.
 */
export function download(request: DownloadRequest): Promise<Uint8Array<ArrayBuffer>> {
	return new Download(request).run();
}

class Download {
	readonly #request: DownloadRequest;
	readonly #patience: Patience;
	readonly #content: FileContent;
	/** Of what is in `#content`, where its whole size is known. */
	#edition: Edition | undefined;
	#validator = "";
	/** The most bytes that there have been. */
	#furthest = 0;
	#badAnswers = 0;
	/** Attempts broken off since there was progress. */
	#breaks = 0;

	constructor(request: DownloadRequest) {
		const { bytes, sha256, patience = defaultPatience } = request;
		this.#request = request;
		this.#patience = patience;
		this.#content = new FileContent(bytes, sha256 !== undefined);
	}

	async run(): Promise<Uint8Array<ArrayBuffer>> {
		const { signal } = this.#request;
		await this.#recall();
		for (;;) {
			signal?.throwIfAborted();
			try {
				return await this.#attempt();
			} catch (error) {
				signal?.throwIfAborted();
				if (error instanceof BadAnswer) await this.#afterBadAnswer(error);
				else if (error instanceof Interruption) await this.#afterBreak(error);
				else throw error;
			}
		}
	}

	/** Begins with what an earlier page has left. */
	async #recall(): Promise<void> {
		const { kept, meter, url } = this.#request;
		if (!kept?.edition) return;
		await kept.read(this.#content);
		this.#edition = kept.edition;
		this.#validator = kept.edition.validator;
		this.#furthest = this.#content.length;
		meter?.resume(url, this.#content.length, kept.edition.total);
	}

	async #attempt(): Promise<Uint8Array<ArrayBuffer>> {
		const { url, kept, meter, signal, readToo } = this.#request;
		const from = this.#resumesAt();
		const stop = new AbortController();
		const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
		try {
			// All that is needed came before the last answer ended; its end was not heard.
			if (from === 0 || from !== this.#edition?.total) {
				const response = await this.#open(from, both);
				const answer = readAnswer(response, from);
				await this.#accept(answer);
				if (this.#edition) meter?.discover(url, this.#edition.total);
				const alsoRead = answer.from === 0 ? readToo?.(response.clone()) : undefined;
				await this.#read(response);
				await alsoRead;
			}
			await this.#verify();
		} finally {
			stop.abort();
		}
		const content = this.#content.whole();
		await kept?.finish(this.#content, { total: content.length, validator: this.#validator });
		meter?.finish(url, content.length);
		return content;
	}

	/** The byte to go on from; 0 where the bytes that are there could not be told from those of another edition. */
	#resumesAt(): number {
		const isKnown = this.#request.sha256 !== undefined || isStrong(this.#validator);
		if (!this.#edition || !isKnown || this.#badAnswers > 0) return 0;
		// There are browsers and servers that refuse to be asked for a part; the last attempt asks for the whole.
		const isLast = this.#breaks > 0 && this.#breaks === this.#patience.pauses.length;
		return isLast ? 0 : this.#content.length;
	}

	async #open(from: number, signal: AbortSignal): Promise<Response> {
		const { url, cache, kept } = this.#request;
		// A second copy in the HTTP cache would be of no use; and a part never is.
		const fresh = this.#badAnswers > 0 ? "reload" : cache;
		const answer = openUrl(url, { cache: kept || from > 0 ? "no-store" : fresh, from, signal });
		try {
			return await withinTime(answer, this.#patience.silence, () => this.#silence());
		} catch (error) {
			if (error instanceof Interruption || !isOnServer(url)) throw error;
			throw new Interruption(error instanceof Error ? error.message : String(error), { cause: error });
		}
	}

	async #accept(answer: Answer): Promise<void> {
		if (answer.from === 0) {
			this.#content.reset();
			if (this.#request.kept?.length) await this.#request.kept.clear();
			const { total, validator } = answer;
			this.#edition = total === undefined ? undefined : { total, validator };
			this.#validator = validator;
		} else if (!this.#edition || !continues(answer, this.#edition)) {
			throw new BadAnswer("the file has changed while it was loaded", true);
		}
	}

	async #read(response: Response): Promise<void> {
		const { url, bytes, kept, meter, tell } = this.#request;
		// Only Node's opener of files has no stream.
		const reader = (response.body ?? new Blob([]).stream()).getReader();
		for (;;) {
			const { done, value } = await withinTime(reader.read(), this.#patience.silence, () =>
				this.#silence(),
			).catch((error: unknown) => {
				if (error instanceof Interruption) throw error;
				throw new Interruption(`cut off after ${this.#content.length} bytes (${String(error)})`, {
					cause: error,
				});
			});
			if (done) return;
			if (this.#content.length === 0 && value[0] === "<".charCodeAt(0)) {
				throw new BadAnswer("the server answered with a page of markup instead of the file", true);
			}
			if (bytes !== undefined && this.#content.length + value.length > bytes) {
				throw new BadAnswer(`more than ${bytes} bytes`, true);
			}
			await this.#content.append(value, this.#edition?.total);
			if (this.#edition) await kept?.add(this.#content, this.#edition);
			meter?.progress(url, this.#content.length);
			if (this.#edition) tell?.(this.#content.length, this.#edition.total);
		}
	}

	async #verify(): Promise<void> {
		const { bytes, sha256 } = this.#request;
		const { length } = this.#content;
		if (bytes !== undefined && length !== bytes)
			throw new BadAnswer(`${length} bytes instead of ${bytes}`, true);
		if (sha256 === undefined) return;
		const actual = await this.#content.sha256();
		if (actual !== sha256.toLowerCase())
			throw new BadAnswer(`SHA-256 is ${actual} instead of ${sha256}`, true);
	}

	async #afterBadAnswer(error: BadAnswer): Promise<void> {
		if (error.isSpoilt) {
			this.#content.reset();
			this.#edition = undefined;
			await this.#request.kept?.clear();
		}
		if (++this.#badAnswers === 2) throw error;
	}

	async #afterBreak(error: Interruption): Promise<void> {
		const { kept, signal } = this.#request;
		const { pauses, longestPause } = this.#patience;
		if (this.#content.length >= this.#furthest + progressBytes) this.#breaks = 0;
		this.#furthest = Math.max(this.#furthest, this.#content.length);
		// Nothing has come yet: a wrong address or a forbidden one rather than a bad line, and not told apart.
		const isUnanswered = this.#furthest === 0 && !(error instanceof Busy);
		const left = isUnanswered ? pauses.slice(0, 1) : pauses;
		const wait = left[this.#breaks++];
		if (wait === undefined || (error.retryAfter ?? 0) > longestPause || isOffline(isUnanswered)) {
			if (this.#edition) await kept?.add(this.#content, this.#edition, true);
			throw error;
		}
		await pause(error.retryAfter ?? wait, signal);
	}

	#silence(): Interruption {
		const seconds = this.#patience.silence / 1000;
		return new Interruption(`no byte in ${seconds} seconds, after ${this.#content.length} bytes`);
	}
}

/** Of a line that has worked before, a browser that says it's offline may say so for a moment only. */
function isOffline(isUnanswered: boolean): boolean {
	return isUnanswered && globalThis.navigator?.onLine === false;
}
