// One download of a kept file at a time among all tabs and workers of an origin: the others wait, tell its progress as
// their own, and then find the file kept. Called by load-files.ts.

/** Bytes of a file that are there, of how many; sent from the tab that downloads to those that wait. */
interface Bytes {
	readonly loaded: number;
	readonly total: number;
}

/** Tells those that wait how far the download is. */
export type Tell = (loaded: number, total: number) => void;

export interface WaitOptions {
	/** Hears of the other tab's bytes. */
	readonly onBytes: Tell;
	/** Milliseconds without a word from the other tab, after which it is not waited for any longer: it may be frozen. */
	readonly silence: number;
	readonly signal?: AbortSignal | undefined;
}

/** Milliseconds between two messages. */
const interval = 100;

/**
 * Runs `download` once nobody else downloads the file of this name. A tab that dies is waited for no longer. Where the
 * browser has no Web Locks, or refuses them, `download` runs at once.
 *
 * @param name the same in all tabs for the same file
 * @throws what `download` throws; the signal's reason, at once, also while waiting
 */
export async function oneDownload<Content>(
	name: string,
	download: (tell: Tell) => Promise<Content>,
	{ onBytes, silence, signal }: WaitOptions,
): Promise<Content> {
	const locks = globalThis.navigator?.locks;
	if (!locks || !globalThis.BroadcastChannel) return download(() => {});
	const key = `promptsieve-download:${name}`;
	const channel = new BroadcastChannel(key);
	const stopped = new AbortController();
	const stop = () => stopped.abort();
	let begun = false;
	let timer = setTimeout(stop, silence);
	channel.onmessage = ({ data }) => {
		const bytes = data as Partial<Bytes> | null;
		if (begun || !Number.isFinite(bytes?.loaded) || !Number.isFinite(bytes?.total)) return;
		clearTimeout(timer);
		timer = setTimeout(stop, silence);
		onBytes(Number(bytes?.loaded), Number(bytes?.total));
	};
	const run = () => {
		begun = true;
		clearTimeout(timer);
		return download(throttled(channel));
	};
	try {
		signal?.throwIfAborted();
		signal?.addEventListener("abort", stop, { once: true });
		return await locks.request(key, { signal: stopped.signal }, run);
	} catch (error) {
		signal?.throwIfAborted();
		if (begun) throw error;
		return await run();
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener("abort", stop);
		channel.close();
	}
}

function throttled(channel: BroadcastChannel): Tell {
	let last = Number.NEGATIVE_INFINITY;
	return (loaded, total) => {
		if (performance.now() - last < interval) return;
		last = performance.now();
		channel.postMessage({ loaded, total } satisfies Bytes);
	};
}
