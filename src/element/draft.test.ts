import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applied, canUndo, type Draft, emptyDraft, fieldText, typed, undone } from "./draft.ts";

const source = "Please do not restart the workers.";
const short = { text: "do not restart workers.", tokens: 4 };
const written = typed(emptyDraft, source);
const taken = applied(written, short);

describe("a short text that was applied", () => {
	it("stands in the field while the source stays", () => {
		expect(fieldText(taken)).toBe(short.text);
		expect(taken.source).toBe(source);
		expect(canUndo(taken)).toBe(true);
	});

	it("goes by undo, exactly", () => {
		expect(fieldText(undone(taken))).toBe(source);
		expect(canUndo(undone(taken))).toBe(false);
	});

	it("goes by the browser's undo and comes back by its redo", () => {
		const back = typed(taken, source);
		expect(back).toMatchObject({ source, short: null });
		expect(typed(back, short.text)).toEqual(taken);
	});

	it("is a source of its own once it is edited, with the original still in reach", () => {
		const edited = typed(taken, `${short.text} Thanks!`);
		expect(edited).toMatchObject({ source: `${short.text} Thanks!`, short: null });
		expect(fieldText(undone(edited))).toBe(source);
	});

	it("gives its place to another one, with the same way back", () => {
		const shorter = { text: "not restart", tokens: 2 };
		const again = applied(taken, shorter);
		expect([fieldText(again), again.source]).toEqual([shorter.text, source]);
		expect(undone(again)).toMatchObject({ source, short: null, inForce: 0 });
		// The browser's own undo goes one short text at a time.
		expect(typed(again, short.text)).toMatchObject({ source, short, inForce: 1 });
	});

	it("is taken back by one that leaves nothing out", () => {
		expect(applied(taken, { text: source, tokens: 6 })).toMatchObject({ source, short: null, inForce: 0 });
	});

	it("is forgotten when the field is emptied, as when a chat has sent it", () => {
		expect(typed(taken, "")).toEqual(emptyDraft);
	});
});

describe("undo", () => {
	const edited = typed(taken, `${short.text} Thanks!`);
	const twice = applied(edited, { text: "restart Thanks!", tokens: 2 });

	it("leads back through every text that was shortened, to the very first", () => {
		expect(fieldText(undone(twice))).toBe(edited.source);
		expect(canUndo(undone(twice))).toBe(true);
		expect(fieldText(undone(undone(twice)))).toBe(source);
		expect(canUndo(undone(undone(twice)))).toBe(false);
	});

	it("follows the browser's own, to any of them and back again", () => {
		const back = typed(typed(typed(twice, edited.source), short.text), source);
		expect([fieldText(back), canUndo(back)]).toEqual([source, false]);
		expect(typed(typed(back, edited.source), "restart Thanks!")).toEqual(twice);
	});

	// Who has taken everything back and writes on has no use for Undo: it would take away what was written.
	it("is over when the first original is back, whatever is written then", () => {
		const goneOn = typed(undone(taken), `${source} And more.`);
		expect(canUndo(goneOn)).toBe(false);
		// Keys that undo the writing still find the way.
		expect(typed(typed(goneOn, source), short.text)).toEqual(taken);
	});

	// One step taken back is not all of them: the text before the first Apply is still wanted.
	it("still leads to the first original when only the second is taken back, whatever is written then", () => {
		const goneOn = typed(undone(twice), `${edited.source} And more.`);
		expect(fieldText(undone(goneOn))).toBe(source);
	});
});

/** What may happen to a draft, in any order. */
const steps = fc.array(
	fc.oneof(
		fc.string({ maxLength: 5 }).map((text) => (draft: Draft) => typed(draft, text)),
		fc.string({ maxLength: 3 }).map((text) => (draft: Draft) => applied(draft, { text, tokens: 1 })),
		fc.constant(undone),
	),
	{ maxLength: 12 },
);
const drafts = steps.map((taken) => taken.reduce((at, step) => step(at), emptyDraft));

it("whatever came before, undo right after apply gives back the source", () => {
	fc.assert(
		fc.property(drafts, fc.string(), (draft, text) => {
			fc.pre(text !== draft.source);
			expect(fieldText(undone(applied(draft, { text, tokens: 1 })))).toBe(draft.source);
		}),
	);
});

it("as many undos as there are replacements lead to the first original, each to another text", () => {
	fc.assert(
		fc.property(drafts, (draft) => {
			let at = draft;
			for (let left = draft.inForce; left > 0; left--) {
				expect(fieldText(undone(at))).not.toBe(fieldText(at));
				at = undone(at);
			}
			expect(canUndo(at)).toBe(false);
			if (draft.inForce > 0) expect(fieldText(at)).toBe(draft.earlier[0]?.original);
		}),
	);
});

it("what is typed is what the field shows", () => {
	fc.assert(
		fc.property(drafts, fc.string(), (draft, text) => {
			expect(fieldText(typed(draft, text))).toBe(text);
		}),
	);
});
