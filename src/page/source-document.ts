// The text being worked on and the pins in it. The one place where either changes, so that every
// replacement can be undone.
import { counted } from "./format.ts";
import { type Choice, movedPins, type Pin, withChoice } from "./pins.ts";

/** How a text came in: this decides whether the page shows the review when the scoring ends. */
export type Origin = "typed" | "pasted" | "loaded";

export interface SourceState {
	readonly text: string;
	readonly pins: readonly Pin[];
	readonly origin: Origin;
}

/** A state that `undo` brings back, and what had replaced it, for a person: "Cleared". */
export interface Replaced {
	readonly state: SourceState;
	readonly what: string;
}

export class SourceDocument extends EventTarget {
	#state: SourceState;
	#replaced: Replaced | null = null;

	constructor(text: string, pins: readonly Pin[]) {
		super();
		this.#state = { text, pins, origin: "loaded" };
	}

	get text(): string {
		return this.#state.text;
	}

	get pins(): readonly Pin[] {
		return this.#state.pins;
	}

	get origin(): Origin {
		return this.#state.origin;
	}

	/** What can be undone, or `null`. */
	get replaced(): Replaced | null {
		return this.#replaced;
	}

	/** The person typed or pasted: pins move along. */
	edit(text: string, origin: Origin): void {
		if (text === this.text) return;
		// Choices of another text cannot be had back without that text.
		if (this.#replaced?.state.text === this.text) this.#replaced = null;
		this.#change({ text, pins: movedPins(this.pins, this.text, text), origin });
	}

	/** A whole new text, or none: the old one can be had back. */
	replace(text: string, what: string): void {
		if (this.text !== "") this.#replaced = { state: this.#state, what };
		this.#change({ text, pins: [], origin: "loaded" });
	}

	/** Brings back what was replaced. A text written since then can itself be had back. */
	undo(): void {
		const replaced = this.#replaced;
		if (replaced === null) return;
		if (replaced.state.text === this.text) {
			this.#replaced = null;
			this.#setPins(replaced.state.pins);
			return;
		}
		this.#replaced = this.text === "" ? null : { state: this.#state, what: "Brought the earlier text back." };
		this.#change({ ...replaced.state, origin: "loaded" });
	}

	choose(start: number, end: number, choice: Choice): void {
		this.#setPins(withChoice(this.pins, start, end, choice));
	}

	/** Leaves every word to the model again: the choices can be had back. */
	resetPins(): void {
		if (this.pins.length === 0) return;
		this.#replaced = { state: this.#state, what: `Reset ${counted(this.pins.length, "choice")}.` };
		this.#setPins([]);
	}

	#setPins(pins: readonly Pin[]): void {
		this.#state = { ...this.#state, pins };
		this.dispatchEvent(new Event("pins"));
	}

	#change(state: SourceState): void {
		const pinsBefore = this.#state.pins;
		// A text field knows only \n: with any other line end its offsets would not be the text's.
		const text = state.text.includes("\r") ? state.text.replace(/\r\n?/g, "\n") : state.text;
		this.#state = { ...state, text };
		this.dispatchEvent(new Event("text"));
		if (pinsBefore.length > 0 || state.pins.length > 0) this.dispatchEvent(new Event("pins"));
	}
}
