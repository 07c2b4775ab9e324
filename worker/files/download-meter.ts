// Turns the bytes of several downloads into throttled progress events, each file's count only
// growing. Fed by load-files.ts and download.ts.
import type { ProgressListener } from "../../src/bridge/worker-interface.ts";

interface FileCount {
	readonly file: string;
	loaded: number;
	total: number;
	lastEvent: number;
}

/** Milliseconds between two events of one file. */
const interval = 50;

export class DownloadMeter {
	readonly #files = new Map<string, FileCount>();
	readonly #model: string;
	readonly #onProgress: ProgressListener;

	/** @param model id of the model that the files are loaded for */
	constructor(model: string, onProgress: ProgressListener) {
		this.#model = model;
		this.#onProgress = onProgress;
	}

	/** `url` will be loaded and has this many bytes; `file` is what it is called in the events. */
	announce(url: string, total: number, file = nameOf(url)): void {
		const count = { file, loaded: 0, total, lastEvent: 0 };
		this.#files.set(url, count);
		this.#emit(count);
	}

	/** The server says that `url` has this many bytes. It is not believed where the size was known already. */
	discover(url: string, total: number): void {
		if (!this.#files.has(url)) this.announce(url, total);
	}

	/** `loaded` of the bytes of `url` were there before the load began; said at once. */
	resume(url: string, loaded: number, total: number): void {
		this.discover(url, total);
		const count = this.#files.get(url);
		if (!count || loaded <= count.loaded || loaded >= count.total) return;
		count.loaded = loaded;
		this.#emit(count);
	}

	/** `loaded` bytes of `url` are there. Files of which no size is known are not counted. */
	progress(url: string, loaded: number): void {
		const count = this.#files.get(url);
		// A second attempt starts over; the count waits until it has caught up. The last byte counts
		// once the file has proved good, in `finish`.
		if (!count || loaded <= count.loaded || loaded >= count.total) return;
		count.loaded = loaded;
		if (performance.now() - count.lastEvent >= interval) this.#emit(count);
	}

	/** The file is complete and good. */
	finish(url: string, bytes: number): void {
		const count = this.#files.get(url);
		if (!count) return;
		// Of a file that became shorter while it was loaded, more may have been counted already.
		count.loaded = Math.max(bytes, count.loaded);
		count.total = count.loaded;
		this.#emit(count);
	}

	#emit(count: FileCount): void {
		count.lastEvent = performance.now();
		const { file, loaded, total } = count;
		this.#onProgress({ stage: "download", model: this.#model, file, loaded, total });
	}
}

/** The last part of its path, which a server may follow with a query. */
function nameOf(url: string): string {
	const [path = url] = url.split(/[?#]/, 1);
	return path.slice(path.lastIndexOf("/") + 1);
}
