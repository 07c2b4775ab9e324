// Texts of all kinds for the tests with very many cases: any Unicode, and real inputs with random edits.
import fc from "fast-check";
import { textArbitrary } from "./text.fixture.ts";

/** Any code units at all, lone surrogates and control characters too. */
const unicodeArbitrary = fc.oneof(
	fc.string({ unit: "binary", maxLength: 60 }),
	fc.string({ unit: "grapheme", maxLength: 60 }),
	fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);

/** A piece of a real input in which stretches were taken out, moved, doubled or written over. */
const insertedArbitrary = fc.oneof(unicodeArbitrary, fc.constantFrom("", "\n", "```", '"'));

const edited = (inputs: readonly string[], length: number) =>
	fc
		.tuple(
			fc.constantFrom(...inputs),
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.array(fc.tuple(fc.nat(length), fc.nat(length / 10), insertedArbitrary), { maxLength: 4 }),
		)
		.map(([input, where, edits]) => {
			const start = Math.floor(where * input.length);
			return edits.reduce(
				(text, [at, removed, inserted]) => text.slice(0, at) + inserted + text.slice(at + removed),
				input.slice(start, start + length),
			);
		});

/**
 * @param inputs whole texts, of which pieces are taken
 * @param length of a piece, in UTF-16 code units
 */
export const anyText = (inputs: readonly string[], length = 240): fc.Arbitrary<string> =>
	fc.oneof(unicodeArbitrary, textArbitrary, edited(inputs, length), edited(inputs, length));
