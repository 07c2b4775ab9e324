// The browser's Cache API in memory, for tests in Node, with the faults of a storage.

type Verb = "open" | "put" | "match" | "keys" | "delete";

/** `fault` is asked before each call and throws what the storage would. */
export class FakeCaches {
	/** Name → key → content. */
	readonly contents = new Map<string, Map<string, Uint8Array>>();
	fault: (verb: Verb, key: string) => void = () => {};

	async open(name: string) {
		this.fault("open", name);
		const entries = this.contents.get(name) ?? new Map<string, Uint8Array>();
		this.contents.set(name, entries);
		return {
			put: async (key: string, response: Response) => {
				const bytes = new Uint8Array(await response.arrayBuffer());
				this.fault("put", key);
				entries.set(key, bytes);
			},
			match: async (key: string) => {
				this.fault("match", key);
				const bytes = entries.get(key);
				return bytes && new Response(Uint8Array.from(bytes));
			},
			keys: async () => {
				this.fault("keys", name);
				return [...entries.keys()].map((url) => ({ url }));
			},
			delete: async (key: string) => {
				this.fault("delete", key);
				return entries.delete(key);
			},
		};
	}

	async keys() {
		this.fault("keys", "");
		return [...this.contents.keys()];
	}

	async delete(name: string) {
		this.fault("delete", name);
		return this.contents.delete(name);
	}

	/** Number of entries of all models. */
	get size(): number {
		return [...this.contents.values()].reduce((sum, entries) => sum + entries.size, 0);
	}
}
