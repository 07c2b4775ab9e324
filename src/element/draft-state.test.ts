import { describe, expect, it } from "vitest";
import { applied, emptyDraft, typed, undone } from "./draft.ts";
import { draftFromState, draftToState } from "./draft-state.ts";

const written = typed(emptyDraft, "Please do not restart the workers.");
const taken = applied(written, { text: "do not restart workers.", tokens: 4 });
const twice = applied(typed(taken, "do not restart workers. Thanks!"), { text: "restart", tokens: 1 });

describe("a form's state", () => {
	it.each([emptyDraft, written, taken, undone(taken), twice, undone(twice)])("comes back: %j", (draft) => {
		expect(draftFromState(draftToState(draft))).toEqual(draft);
	});

	it.each([null, undefined, "", "text", "null", "{}", '{"source":1}', new Map()])(
		"of something else is empty: %j",
		(state) => {
			expect(draftFromState(state)).toEqual(emptyDraft);
		},
	);

	it.each([
		{},
		{ short: { text: "a", tokens: 1 }, earlier: [], inForce: 0 },
		{ short: null, earlier: [], inForce: 1 },
		{ short: null, earlier: [], inForce: -1 },
		{ short: null, earlier: [null], inForce: 0 },
		{ short: null, earlier: [{ original: 1, compressed: [] }], inForce: 0 },
		{ short: null, earlier: [{ original: "b", compressed: [{ text: "a" }] }], inForce: 1 },
		{ short: { text: 1 }, earlier: [{ original: "b", compressed: [] }], inForce: 1 },
		{ applied: true, replaced: { original: "b", compressed: "a" } },
	])("that is not whole is the source alone: %j", (rest) => {
		expect(draftFromState(JSON.stringify({ source: "a", ...rest }))).toEqual({ ...emptyDraft, source: "a" });
	});
});
