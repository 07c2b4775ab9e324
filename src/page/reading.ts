// When the model reads: once the text or the question has rested, or at once when asked to.
import type { ScoreInput } from "../bridge/worker-interface.ts";
import type { Engine } from "./engine.ts";
import type { Observable } from "./observable.ts";
import { questionOf, type Settings } from "./settings.ts";
import type { SourceDocument } from "./source-document.ts";

/** Milliseconds without a change after which a text is scored; a pasted or loaded one is whole at once. */
const restMs = { typed: 500, pasted: 50, loaded: 0 };
const questionRestMs = 400;

export interface Reading {
	/** The text and the question as they are now. */
	readonly input: ScoreInput;
	/** Whether `input` is what the scores are of. */
	isOf(scored: ScoreInput): boolean;
	/** Calls `listener` at every change of text or question. */
	subscribe(listener: () => void): void;
	/** Reads at once, or begins to load the model where there is no text. */
	now(): void;
}

/** Schedules a scoring at every change; the one that runs ends then. */
export function createReading(
	engine: Pick<Engine, "load" | "schedule">,
	settings: Observable<Settings>,
	source: SourceDocument,
): Reading {
	const listeners: (() => void)[] = [];
	let question = questionOf(settings.value);

	const reading: Reading = {
		get input() {
			return { text: source.text, question };
		},
		isOf: (scored) => scored.text === source.text && scored.question === question,
		subscribe: (listener) => void listeners.push(listener),
		now() {
			if (source.text === "") void engine.load();
			else engine.schedule(reading.input, 0);
		},
	};

	function changed(delay: number): void {
		engine.schedule(reading.input, delay);
		for (const listener of listeners) listener();
	}

	source.addEventListener("text", () => changed(restMs[source.origin]));
	settings.subscribe((next) => {
		const asked = questionOf(next);
		if (asked === question) return;
		question = asked;
		changed(questionRestMs);
	});
	return reading;
}
