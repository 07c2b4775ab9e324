import fc from "fast-check";
import { expect, it } from "vitest";
import { type CacheEntry, cachedModelId, entryUrl, modelCacheName, parseEntryUrl } from "./cache-names.ts";

it("a cache's name tells its model, and no other cache is taken for one", () => {
	expect(cachedModelId(modelCacheName("owner/name"))).toBe("owner/name");
	expect(cachedModelId("workbox-precache")).toBeUndefined();
});

it("an entry's key tells everything about it, also after a browser has read it as a URL", () => {
	const text = fc.string({ unit: "grapheme" });
	const size = fc.nat({ max: Number.MAX_SAFE_INTEGER });
	const entries: fc.Arbitrary<CacheEntry> = fc.record({
		kind: fc.constantFrom("part", "checked"),
		file: fc.webUrl({ withQueryParameters: true }),
		version: fc.constantFrom("", "123", "0af3"),
		validator: fc.oneof(
			text.map((tag) => `"${tag}"`),
			fc.constantFrom("", 'W/"a.b/../c"'),
		),
		total: size,
		start: size,
		end: size,
	});
	fc.assert(
		fc.property(entries, (entry) => {
			expect(parseEntryUrl(new URL(entryUrl(entry)).href)).toEqual(entry);
		}),
	);
});

it.each(["https://a.example/part/a/b/c/1/2/3", "https://promptsieve.invalid/else/a/b/c/1/2/3"])(
	"%s is the key of nothing",
	(url) => expect(parseEntryUrl(url)).toBeUndefined(),
);
