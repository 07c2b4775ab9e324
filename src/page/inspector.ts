// The line under the review that says of one word what the model thinks, what becomes of it and why,
// with the person's choice as buttons.
import type { Reason } from "../core/word-table.ts";
import { allOf, byId } from "./dom.ts";
import { percent } from "./format.ts";
import type { Choice } from "./pins.ts";

export interface WordDescription {
	readonly shown: string;
	readonly spoken: string;
	readonly choice: Choice;
}

const reasons: Record<string, string> = {
	code: "it is code",
	url: "it is a link or path",
	placeholder: "it is a placeholder",
	markup: "it is markup",
	negation: "it is a negation",
	number: "it is a number",
	pattern: "it matches a pattern",
	forced: "it is among the words always kept",
	pinned: "you keep it",
};

/** What becomes of a word, and why. */
export interface Fate {
	readonly choice: Choice;
	readonly kept: boolean;
	readonly reason: Reason | null;
}

function inWords({ choice, kept, reason }: Fate): string {
	if (choice === "keep") return "kept by you";
	if (choice === "drop") return "dropped by you";
	if (!kept) return "dropped";
	return reason === null ? "kept" : `kept: ${reasons[reason] ?? reason}`;
}

export function describeWord(text: string, keepProbability: number, fate: Fate): WordDescription {
	const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
	const becomes = inWords(fate);
	return {
		shown: `“${short}” ${percent(keepProbability)}, ${becomes}`,
		spoken: `${short}, ${becomes}, keep probability ${percent(keepProbability)}`,
		choice: fate.choice,
	};
}

export class Inspector {
	readonly #panel = byId("inspector", HTMLElement);
	readonly #text = byId("inspector-text", HTMLElement);
	readonly #legend = byId("legend", HTMLElement);
	readonly #choices = byId("word-choices", HTMLElement);
	readonly #buttons = allOf("#word-choices [data-choice]", HTMLButtonElement);

	onChoose(choose: (choice: Choice) => void): void {
		for (const button of this.#buttons) {
			button.addEventListener("click", () => {
				const choice = button.dataset.choice;
				if (choice === "auto" || choice === "keep" || choice === "drop") choose(choice);
			});
		}
	}

	/** Shows a word, or with `null` how to begin. */
	show(word: WordDescription | null): void {
		this.#text.textContent = word?.shown ?? "Click a word to keep or drop it.";
		this.#legend.hidden = word !== null;
		this.#choices.hidden = word === null;
		for (const button of this.#buttons) {
			button.setAttribute("aria-pressed", String(button.dataset.choice === word?.choice));
		}
	}

	/** The panel belongs to the review and goes with it. */
	set visible(visible: boolean) {
		this.#panel.hidden = !visible;
	}
}
