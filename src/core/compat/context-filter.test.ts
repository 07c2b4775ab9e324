// What golden.test.ts cannot show: contexts at which the reference fails.
import { describe, expect, it } from "vitest";
import { filterContexts } from "./context-filter.ts";
import type { CompatOptions } from "./options.ts";
import type { TokenWord } from "./token-words.ts";

/** A context of one word of that probability; null: without words. */
function context(value: number | null): TokenWord[] {
	if (value === null) return [];
	const measure = { value: Math.fround(value), isFloat32: true };
	return [{ spelling: "word", probability: measure, unforced: measure, start: 0, end: 1 }];
}

describe("a context without words", () => {
	it.each<[(number | null)[], CompatOptions, number[]]>([
		[[0.5, null], {}, [0]],
		[[null, 0.5, 0.4], { rate: 1 }, [1, 2]],
		[[0.1, null, 0.5, 0.9, null], { contextFilter: { contexts: 2 } }, [2, 3]],
		[[0.9, null, 0.1], { contextFilter: { contexts: 1 } }, [0]],
		[[0.9, null, 0.1], { contextFilter: { contexts: 1, force: [2] } }, [0, 2]],
		[[0.9, 0.1, null], { targetTokens: 10 }, [0, 1]],
		[[null, null], {}, []],
		[[], {}, []],
	])("leaves the others as they are: %j, %j", (values, options, places) => {
		const left = filterContexts(values.map(context), 20, options);
		expect(left).toEqual(places);
		// As if it were not there.
		const others = values.flatMap((value, place) => (value === null ? [] : [place]));
		if (options.contextFilter?.force) return;
		const without = filterContexts(
			others.map((place) => context(values[place] ?? null)),
			20,
			options,
		);
		expect(left).toEqual(without.map((place) => others[place]));
	});
});
