import { describe, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import { scoredText } from "./compressor.fixture.ts";
import { applied, emptyDraft } from "./draft.ts";
import { numberFormat } from "./number-format.ts";
import { english } from "./strings.ts";
import { type ViewState, viewModel } from "./view-model.ts";

const source = "Please do not restart the workers by hand before the fix is deployed.";
const result = scoredText(source).select({ rate: 0.5 });
const whole = scoredText(source).select({ rate: 1 });
const written = { ...emptyDraft, source };
const taken = applied(written, { text: result.text, tokens: result.keptTokens });

function model(state: Partial<ViewState> = {}) {
	return viewModel({
		draft: written,
		phase: { kind: "idle" },
		latest: null,
		latestSource: "",
		isFresh: false,
		isWorking: false,
		amount: { kind: "rate", rate: 0.5 },
		auto: false,
		isDue: false,
		disabled: false,
		canReplace: true,
		strings: english,
		numbers: numberFormat("en"),
		...state,
	});
}

const fresh = { latest: result, latestSource: source, isFresh: true };

describe("the primary button", () => {
	it.each([
		["compresses a text", {}, { does: "compress", label: "Compress", enabled: true }],
		["waits for a text", { draft: emptyDraft }, { does: "compress", label: "Compress", enabled: false }],
		["waits for the work", { isWorking: true }, { does: "compress", label: "Compress", enabled: false }],
		["applies a result", fresh, { does: "apply", label: "Apply", enabled: true }],
		[
			"is off with the element",
			{ ...fresh, disabled: true },
			{ does: "apply", label: "Apply", enabled: false },
		],
		[
			"is off where the field's text cannot be replaced",
			{ ...fresh, canReplace: false },
			{ does: "apply", label: "Apply", enabled: false },
		],
		[
			"waits for a text that is compressed by itself",
			{ auto: true, draft: emptyDraft },
			{ does: "compress", label: "Compress", enabled: false },
		],
		[
			"need not wait for the pause",
			{ auto: true, isDue: true },
			{ does: "compress", label: "Compress", enabled: true },
		],
		[
			"waits for the next result by itself",
			{ ...fresh, isFresh: false, auto: true, isDue: true },
			{ does: "apply", label: "Apply", enabled: false },
		],
		[
			"compresses where that was cancelled",
			{ ...fresh, isFresh: false, auto: true },
			{ does: "compress", label: "Compress", enabled: true },
		],
		["is gone when the result is applied", { ...fresh, draft: taken }, null],
		[
			"applies again when the amount is another",
			{ ...fresh, draft: applied(written, { text: "restart", tokens: 1 }) },
			{ does: "apply", label: "Apply again", enabled: true },
		],
		[
			"applies again though nothing would be left out",
			{ ...fresh, latest: whole, draft: taken },
			{ does: "apply", label: "Apply again", enabled: true },
		],
		[
			"has nothing to apply where nothing is left out",
			{ ...fresh, latest: whole },
			{ does: "apply", label: "Apply", enabled: false },
		],
		[
			"tries again",
			{ phase: { kind: "failed", error: new CompressorError("no-device", "x") } },
			{ does: "compress", label: "Try again", enabled: true },
		],
	] as const)("%s", (_, state, primary) => {
		expect(model(state).primary).toEqual(primary);
	});
});

describe("a result of an earlier text", () => {
	const stale = {
		latest: result,
		latestSource: source,
		isFresh: false,
		draft: { ...emptyDraft, source: "New." },
	};

	it("is not shown, for nothing would replace it", () => {
		expect(model(stale)).toMatchObject({ preview: null, counts: null });
	});

	it("stays in sight, as such, where the next one comes by itself", () => {
		expect(model({ ...stale, auto: true }).preview).toEqual({
			result,
			source,
			stale: true,
			inField: false,
		});
	});

	it("goes with the text", () => {
		expect(model({ ...stale, auto: true, draft: emptyDraft }).preview).toBeNull();
	});
});

it("the counts say what is saved, and nothing where nothing is", () => {
	const numbers = { ...result, sourceTokens: 1200, keptTokens: 300 };
	expect(model({ ...fresh, latest: numbers }).counts).toEqual({
		before: "1,200",
		after: "300",
		saved: "75% less",
	});
	expect(model({ ...fresh, latest: { ...numbers, keptTokens: 1200 } }).counts?.saved).toBe("");
});

describe("a short text in the field", () => {
	it("is the one that the counts and the preview are of", () => {
		const { counts, preview, inField } = model({ ...fresh, draft: taken });
		expect([counts?.after, preview?.inField, inField]).toEqual([`${result.keptTokens}`, true, ""]);
	});

	it("is told apart from the one that would take its place", () => {
		const draft = applied(written, { text: "restart", tokens: 1200 });
		const { counts, preview, inField } = model({ ...fresh, draft });
		expect([counts?.after, preview?.inField, inField]).toEqual([
			`${result.keptTokens}`,
			false,
			"In the field: 1,200 tokens",
		]);
	});
});

describe("the slider", () => {
	it("is in percent for a rate", () => {
		expect(model({ amount: { kind: "rate", rate: 0.333 } }).slider).toMatchObject({
			amount: "33%",
			min: 1,
			max: 100,
			value: 33,
		});
	});

	it("is in tokens for a budget, up to the text's own", () => {
		const amount = { kind: "budget", tokens: 40 } as const;
		expect(model({ amount }).slider).toMatchObject({
			label: "At most",
			amount: "40 tokens",
			max: 80,
			value: 40,
		});
		expect(model({ ...fresh, amount }).slider).toMatchObject({
			max: 13,
			spoken: `40 tokens: ${result.keptTokens} / 13 tokens`,
		});
	});
});

describe("the work", () => {
	it.each([
		[
			{ kind: "loading", loaded: 0, total: 0 },
			{ text: "Loading the model", share: null },
		],
		[
			{ kind: "loading", loaded: 11_000_000, total: 44_000_000 },
			{ text: "Loading the model: 11.0 MB of 44.0 MB", share: 0.25 },
		],
		[{ kind: "starting" }, { text: "Starting the model", share: null }],
		[
			{ kind: "reading", done: 0, total: 1 },
			{ text: "Reading the text", share: null },
		],
		[
			{ kind: "reading", done: 1, total: 4 },
			{ text: "Reading the text: part 1 of 4", share: 0.25 },
		],
	] as const)("%j", (phase, work) => {
		expect(model({ phase, isWorking: true }).work).toEqual(work);
	});
});

it("each kind of warning is one hint", () => {
	const warning = { code: "number-dropped", message: "", spans: [] } as const;
	const latest = { ...result, warnings: [warning, warning, { ...warning, code: "already-short" } as const] };
	expect(model({ ...fresh, latest }).hints).toEqual(["Some numbers are left out.", "Already short enough."]);
});
