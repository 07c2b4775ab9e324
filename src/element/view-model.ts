// From the element's state to what a person sees. Pure: the view only paints it.
import type { CompressResult } from "../core/result.ts";
import type { Amount } from "./attributes.ts";
import { canUndo, fieldText } from "./draft.ts";
import type { NumberFormat } from "./number-format.ts";
import type { SessionState } from "./sieve-session.ts";
import { fill, type SieveStrings } from "./strings.ts";

export interface ViewState extends SessionState {
	readonly amount: Amount;
	readonly auto: boolean;
	/** The pause after which `auto` compresses has begun. */
	readonly isDue: boolean;
	readonly disabled: boolean;
	/** The field is there, and its text may be replaced. */
	readonly canReplace: boolean;
	readonly strings: SieveStrings;
	readonly numbers: NumberFormat;
}

export interface SliderModel {
	readonly label: string;
	readonly amount: string;
	readonly name: string;
	readonly min: number;
	readonly max: number;
	readonly value: number;
	/** What a screen reader says for the value. */
	readonly spoken: string;
}

export interface PrimaryModel {
	readonly does: "compress" | "apply";
	readonly label: string;
	readonly enabled: boolean;
}

export interface CountsModel {
	readonly before: string;
	readonly after: string;
	/** Empty where nothing is saved. */
	readonly saved: string;
}

export interface PreviewModel {
	readonly result: CompressResult;
	readonly source: string;
	/** From before the last change of the text. */
	readonly stale: boolean;
	/** The short text stands in the field already. */
	readonly inField: boolean;
}

export interface ViewModel {
	readonly slider: SliderModel;
	/** Null while there is nothing more to do but undo. */
	readonly primary: PrimaryModel | null;
	readonly canUndo: boolean;
	readonly counts: CountsModel | null;
	/** What the field holds where it is another short text than the preview's; else empty. */
	readonly inField: string;
	readonly work: { readonly text: string; readonly share: number | null } | null;
	readonly error: { readonly text: string; readonly detail: string } | null;
	readonly hints: readonly string[];
	readonly preview: PreviewModel | null;
	readonly disabled: boolean;
}

export function viewModel(state: ViewState): ViewModel {
	const { draft, latest, isFresh, auto, disabled, canReplace, phase, strings, numbers } = state;
	// While typing, the last result stays in sight, paler; without `auto` nothing would replace it.
	const shown = latest !== null && draft.source.trim() !== "" && (isFresh || auto) ? latest : null;
	const inField = shown !== null && isFresh && draft.short?.text === shown.text;
	const isOther = draft.short !== null && shown !== null && isFresh && !inField;
	return {
		slider: sliderModel(state, shown),
		primary: primaryModel(state),
		canUndo: canUndo(draft) && !disabled && canReplace,
		counts: shown && countsModel(shown, state),
		inField: isOther ? fill(strings.inField, { count: numbers.count(draft.short.tokens) }) : "",
		work: workModel(state),
		error:
			phase.kind === "failed"
				? { text: `${strings.errors[phase.error.code]} ${strings.textKept}`, detail: phase.error.message }
				: null,
		hints: isFresh && shown ? hintsOf(shown, state) : [],
		preview: shown && { result: shown, source: state.latestSource, stale: !isFresh, inField },
		disabled,
	};
}

function sliderModel({ amount, strings, numbers }: ViewState, shown: CompressResult | null): SliderModel {
	const outcome =
		shown === null
			? ""
			: `: ${numbers.count(shown.keptTokens)} / ${tokens(shown.sourceTokens, strings, numbers)}`;
	if (amount.kind === "rate") {
		const value = Math.max(1, Math.round(amount.rate * 100));
		const written = numbers.percent(amount.rate);
		const spoken = written + outcome;
		return {
			label: strings.keep,
			amount: written,
			name: strings.shareSlider,
			min: 1,
			max: 100,
			value,
			spoken,
		};
	}
	const written = tokens(amount.tokens, strings, numbers);
	return {
		label: strings.atMost,
		amount: written,
		name: strings.budgetSlider,
		min: 1,
		// The text's own tokens; without a text, room to move both ways.
		max: Math.max(1, shown?.sourceTokens ?? amount.tokens * 2),
		value: amount.tokens,
		spoken: written + outcome,
	};
}

function primaryModel(state: ViewState): PrimaryModel | null {
	const { draft, latest, isFresh, isWorking, isDue, auto, disabled, canReplace, phase, strings } = state;
	const isEmpty = draft.source.trim() === "";
	if (phase.kind === "failed") return { does: "compress", label: strings.retry, enabled: !disabled };
	if (isFresh && latest !== null && !isWorking) {
		if (draft.short?.text === latest.text) return null;
		const enabled = !disabled && canReplace && latest.text !== fieldText(draft) && latest.text !== "";
		return { does: "apply", label: draft.short === null ? strings.apply : strings.applyAgain, enabled };
	}
	// The next result comes by itself, in the place of the one in sight.
	if (auto && latest !== null && !isEmpty && (isDue || isWorking)) {
		return { does: "apply", label: strings.apply, enabled: false };
	}
	const enabled = !disabled && !isWorking && !isEmpty;
	return { does: "compress", label: strings.compress, enabled };
}

function countsModel({ sourceTokens, keptTokens }: CompressResult, state: ViewState): CountsModel {
	const { strings, numbers } = state;
	const saved = sourceTokens === 0 ? 0 : Math.max(0, 1 - keptTokens / sourceTokens);
	return {
		before: numbers.count(sourceTokens),
		after: numbers.count(keptTokens),
		saved: saved < 0.005 ? "" : fill(strings.saved, { percent: numbers.percent(saved) }),
	};
}

function workModel({ phase, isWorking, strings, numbers }: ViewState): ViewModel["work"] {
	if (!isWorking) return null;
	if (phase.kind === "loading") {
		const { loaded, total } = phase;
		if (total === 0) return { text: strings.loading, share: null };
		const bytes = { loaded: numbers.megabytes(loaded), total: numbers.megabytes(total) };
		return { text: fill(strings.loadingBytes, bytes), share: loaded / total };
	}
	if (phase.kind === "starting") return { text: strings.starting, share: null };
	if (phase.kind !== "reading" || phase.total < 2) return { text: strings.reading, share: null };
	const { done, total } = phase;
	const parts = { done: numbers.count(done), total: numbers.count(total) };
	return { text: fill(strings.readingParts, parts), share: done / total };
}

function hintsOf({ warnings }: CompressResult, { canReplace, disabled, strings }: ViewState): string[] {
	const locked = canReplace || disabled ? [] : [strings.fieldLocked];
	return [...new Set([...locked, ...warnings.map(({ code }) => strings.warnings[code])])];
}

/** What a screen reader says of a result, where it is worth a word. */
export function saidOf(result: CompressResult, strings: SieveStrings, numbers: NumberFormat): string {
	const before = tokens(result.sourceTokens, strings, numbers);
	return fill(strings.saidResult, { before, after: numbers.count(result.keptTokens) });
}

function tokens(count: number, strings: SieveStrings, numbers: NumberFormat): string {
	return fill(strings.tokens, { count: numbers.count(count) });
}
