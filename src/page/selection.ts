// From a scored text and the settings to a result: synchronous, at most once a frame. A slider move
// starts here.
import type { SelectOptions } from "../core/options.ts";
import type { CompressResult } from "../core/result.ts";
import type { Engine, Scored } from "./engine.ts";
import { type Observable, observable } from "./observable.ts";
import { type Settings, selectOptions } from "./settings.ts";
import type { SourceDocument } from "./source-document.ts";

/** A result and what it was selected from. */
export interface Outcome {
	readonly scored: Scored;
	readonly result: CompressResult;
	/** What it was selected with. */
	readonly options: SelectOptions;
}

export interface Selection {
	readonly outcome: Observable<Outcome | null>;
	/** What went wrong in the last selection, or `null`. The earlier outcome stays. */
	readonly error: Observable<unknown>;
}

export function createSelection(
	engine: Engine,
	settings: Observable<Settings>,
	source: SourceDocument,
): Selection {
	const outcome = observable<Outcome | null>(null);
	const error = observable<unknown>(null);
	let frame = 0;

	function select(): void {
		frame = 0;
		const scored = engine.latest.value;
		if (scored === null) {
			outcome.set(null);
			error.set(null);
			return;
		}
		// Pins belong to the text as it is now; while an older text's result is shown they wait.
		const pins = scored.text === source.text ? source.pins : [];
		try {
			const options = selectOptions(settings.value, pins);
			outcome.set({ scored, result: scored.scored.select(options), options });
			error.set(null);
		} catch (caught) {
			error.set(caught);
		}
	}

	function request(): void {
		if (frame === 0) frame = requestAnimationFrame(select);
	}

	engine.latest.subscribe(request);
	settings.subscribe(request);
	source.addEventListener("pins", request);
	return { outcome, error };
}
