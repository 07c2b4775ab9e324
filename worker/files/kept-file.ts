// One file of a model in the browser's Cache API, part by part, so that a download broken off goes on from there in
// the next page. The download (download.ts) fills it; names and keys are those of src/models/cache-names.ts.
//
// Why the Cache API: a part is there whole or not at all, a second tab is no matter, a model is deleted by one call,
// and every thread of every browser has it. Why not OPFS: its files can be half-written, and are locked by one tab.
import {
	type CacheEntry,
	type Edition,
	entryUrl,
	modelCacheName,
	parseEntryUrl,
} from "../../src/models/cache-names.ts";
import { withinTime } from "../time-limit.ts";
import type { FileContent } from "./file-content.ts";

/** As much as is lost when the page is closed, and as much as is in memory twice while it's written. */
const partBytes = 8 << 20;

/** Milliseconds after which a storage that does not answer is done without. */
const storageLimit = 30_000;

/** Which file of which model, and of what version, as the manifest has it. */
export interface KeptFileName {
	readonly model: string;
	readonly url: string;
	readonly version: string;
}

export class KeptFile {
	/** Of what is kept. */
	edition: Edition | undefined;
	/** Whether the whole file is there and has proved good. */
	checked = false;
	readonly #cache: Cache;
	readonly #name: KeptFileName;
	/** From byte 0 on, without a gap. */
	#chain: readonly CacheEntry[] = [];
	#kept = 0;
	/** The storage has failed: nothing is written any more. */
	#failed = false;

	private constructor(cache: Cache, name: KeptFileName) {
		this.#cache = cache;
		this.#name = name;
	}

	/** `undefined` where the browser has no such storage or refuses it. */
	static async open(name: KeptFileName): Promise<KeptFile | undefined> {
		try {
			if (!globalThis.caches) return undefined;
			const cache = await inTime(caches.open(modelCacheName(name.model)));
			const kept = new KeptFile(cache, name);
			kept.#recall(await kept.#entries());
			return kept;
		} catch {
			// Private windows, sandboxed frames and blocked site data throw here.
			return undefined;
		}
	}

	/** Bytes that are kept, from the first on. */
	get length(): number {
		return this.#kept;
	}

	/**
	 * Reads what is kept into `content`, as far as it can be read.
	 *
	 * @throws RangeError where it does not fit into memory.
	 */
	async read(content: FileContent): Promise<void> {
		const chain = this.#chain;
		this.#kept = 0;
		for (const entry of chain) {
			const bytes = await this.#readPart(entry);
			if (!bytes) break;
			await content.append(bytes, entry.total);
			this.#kept = entry.end;
		}
		this.checked &&= this.#kept === this.edition?.total;
	}

	/** Keeps what `content` has beyond what is kept, in parts of a size; with `rest`, the last short one too. */
	async add(content: FileContent, edition: Edition, rest = false): Promise<void> {
		try {
			if (this.#failed) return;
			if (!isSame(this.edition, edition)) await this.#begin(edition);
			while (!this.#failed && content.length - this.#kept >= (rest ? 1 : partBytes)) {
				const end = Math.min(this.#kept + partBytes, content.length);
				await this.#put("part", this.#kept, end, content.slice(this.#kept, end));
				this.#kept = end;
			}
		} catch {
			await this.#giveUp();
		}
	}

	/** Keeps the whole file, which has proved good, and nothing else of that URL. */
	async finish(content: FileContent, edition: Edition): Promise<void> {
		await this.add(content, edition, true);
		if (this.#failed) return;
		try {
			const entries = await this.#entries();
			const whole = longestChain(entries.filter((entry) => isSame(entry, edition)));
			// Another tab may have deleted a part in the meantime.
			if (whole.at(-1)?.end !== edition.total) return;
			await this.#put("checked", 0, edition.total, new Uint8Array(0));
			const needed = new Set([...whole.map(entryUrl), this.#key("checked", 0, edition.total)]);
			await this.#delete((entry) => !needed.has(entryUrl(entry)));
		} catch {
			await this.#giveUp();
		}
	}

	/** Forgets all that is kept of this URL. */
	async clear(): Promise<void> {
		this.#kept = 0;
		this.#chain = [];
		this.edition = undefined;
		this.checked = false;
		await this.#delete(() => true).catch(() => {
			this.#failed = true;
		});
	}

	#recall(entries: readonly CacheEntry[]): void {
		const mine = entries.filter(({ version }) => version === this.#name.version);
		const mark = mine.find(({ kind }) => kind === "checked");
		const editions = mark ? [mark] : mine;
		const chains = editions.map((edition) => longestChain(mine.filter((entry) => isSame(entry, edition))));
		this.#chain = chains.reduce((best, chain) => (end(chain) > end(best) ? chain : best), []);
		this.#kept = end(this.#chain);
		this.edition = this.#chain[0];
		this.checked = mark !== undefined && mark.total === this.#kept;
	}

	/** Makes room for an edition that is not the one kept, if there can be room at all. */
	async #begin(edition: Edition): Promise<void> {
		await this.clear();
		this.edition = edition;
		const { quota, usage } = (await inTime(globalThis.navigator?.storage?.estimate?.())) ?? {};
		// A disk that will be full in the middle is better left alone from the start.
		if (quota !== undefined && quota - (usage ?? 0) < edition.total) this.#failed = true;
	}

	/** The disk is full, or the storage has been taken away. Parts that nobody will complete only take up room. */
	async #giveUp(): Promise<void> {
		this.#failed = true;
		await this.clear();
	}

	/** `undefined` where it isn't there any more, or not as it was. */
	async #readPart(entry: CacheEntry): Promise<Uint8Array | undefined> {
		try {
			const response = await inTime(this.#cache.match(entryUrl(entry)));
			const bytes = response && new Uint8Array(await inTime(response.arrayBuffer()));
			return bytes?.length === entry.end - entry.start ? bytes : undefined;
		} catch {
			return undefined;
		}
	}

	async #put(kind: CacheEntry["kind"], start: number, end: number, bytes: Uint8Array<ArrayBuffer>) {
		await inTime(this.#cache.put(this.#key(kind, start, end), new Response(bytes)));
	}

	#key(kind: CacheEntry["kind"], start: number, end: number): string {
		const { url: file, version } = this.#name;
		const { total, validator } = this.edition ?? { total: 0, validator: "" };
		return entryUrl({ kind, file, version, validator, total, start, end });
	}

	/** All that is kept of this URL, of whatever version. */
	async #entries(): Promise<CacheEntry[]> {
		const keys = await inTime(this.#cache.keys());
		return keys.flatMap(({ url }) => {
			const entry = parseEntryUrl(url);
			return entry?.file === this.#name.url ? [entry] : [];
		});
	}

	async #delete(isUnwanted: (entry: CacheEntry) => boolean): Promise<void> {
		const unwanted = (await this.#entries()).filter(isUnwanted);
		// Its mark goes first, so that a file is never called checked with a part missing.
		unwanted.sort((a, b) => (a.kind < b.kind ? -1 : 1));
		for (const entry of unwanted) await inTime(this.#cache.delete(entryUrl(entry)));
	}
}

/** The parts that follow each other from byte 0 on. */
function longestChain(entries: readonly CacheEntry[]): readonly CacheEntry[] {
	const chain: CacheEntry[] = [];
	const parts = entries.filter(({ kind }) => kind === "part");
	for (;;) {
		const next = parts
			.filter(({ start, end: partEnd }) => start === end(chain) && partEnd > start)
			.reduce<CacheEntry | undefined>(
				(best, part) => (best && best.end >= part.end ? best : part),
				undefined,
			);
		if (!next) return chain;
		chain.push(next);
	}
}

function end(chain: readonly CacheEntry[]): number {
	return chain.at(-1)?.end ?? 0;
}

function isSame(one: Edition | undefined, other: Edition): boolean {
	return one?.total === other.total && one.validator === other.validator;
}

function inTime<Value>(answer: Promise<Value>): Promise<Value>;
function inTime<Value>(answer: Promise<Value> | undefined): Promise<Value | undefined>;
async function inTime<Value>(answer: Promise<Value> | undefined): Promise<Value | undefined> {
	if (!answer) return undefined;
	return withinTime(answer, storageLimit, () => new Error("The storage does not answer."));
}
