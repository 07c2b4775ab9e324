import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	applied,
	canUndo,
	type Draft,
	draftFromState,
	draftToState,
	emptyDraft,
	fieldText,
	typed,
	undone,
} from "./draft.ts";

const source = "Please do not restart the workers.";
const short = "do not restart workers.";
const written = typed(emptyDraft, source);
const taken = applied(written, short);

describe("a short text that was applied", () => {
	it("stands in the field while the source stays", () => {
		expect(fieldText(taken)).toBe(short);
		expect(taken.source).toBe(source);
		expect(canUndo(taken)).toBe(true);
	});

	it("goes by undo, exactly", () => {
		expect(fieldText(undone(taken))).toBe(source);
		expect(canUndo(undone(taken))).toBe(false);
	});

	it("goes by the browser's undo and comes back by its redo", () => {
		const back = typed(taken, source);
		expect(back).toMatchObject({ source, applied: false });
		expect(typed(back, short)).toEqual(taken);
	});

	it("is a source of its own once it is edited, with the original still in reach", () => {
		const edited = typed(taken, `${short} Thanks!`);
		expect(edited).toMatchObject({ source: `${short} Thanks!`, applied: false });
		expect(fieldText(undone(edited))).toBe(source);
	});

	it("is forgotten when the field is emptied, as when a chat has sent it", () => {
		expect(typed(taken, "")).toEqual(emptyDraft);
	});

	it("is forgotten when the person takes the original back and goes on writing", () => {
		const goneOn = typed(undone(taken), `${source} And more.`);
		expect(canUndo(goneOn)).toBe(false);
	});
});

/** What may happen to a draft, in any order. */
const steps = fc.array(
	fc.oneof(
		fc.string({ maxLength: 5 }).map((text) => (draft: Draft) => typed(draft, text)),
		fc.string({ maxLength: 3 }).map((text) => (draft: Draft) => applied(draft, text)),
		fc.constant(undone),
	),
	{ maxLength: 12 },
);

it("whatever came before, undo right after apply gives back what stood in the field", () => {
	fc.assert(
		fc.property(steps, fc.string(), (before, compressed) => {
			const draft = before.reduce((at, step) => step(at), emptyDraft);
			const reached = typed(draft, fieldText(draft));
			expect(fieldText(undone(applied(reached, compressed)))).toBe(reached.source);
		}),
	);
});

it("what is typed is what the field shows", () => {
	fc.assert(
		fc.property(steps, fc.string(), (before, text) => {
			const draft = before.reduce((at, step) => step(at), emptyDraft);
			expect(fieldText(typed(draft, text))).toBe(text);
		}),
	);
});

describe("a form's state", () => {
	it.each([emptyDraft, written, taken, undone(taken)])("comes back: %j", (draft) => {
		expect(draftFromState(draftToState(draft))).toEqual(draft);
	});

	it.each([null, undefined, "", "text", "null", "{}", '{"source":1}', new Map()])(
		"of something else is empty: %j",
		(state) => {
			expect(draftFromState(state)).toEqual(emptyDraft);
		},
	);

	it("without its original is no short text", () => {
		expect(draftFromState('{"source":"a","applied":true,"replaced":{"original":1}}')).toEqual({
			source: "a",
			applied: false,
			replaced: null,
		});
	});
});
