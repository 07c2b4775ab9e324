// The line under the review that says of one word what the model thinks, what becomes of it and why,
// with the person's choice as buttons.
import type { Explanation } from "../core/explain/explanation.ts";
import { allOf, byId } from "./dom.ts";
import { fateOf } from "./fate-text.ts";
import { count, percent } from "./format.ts";
import type { Choice } from "./pins.ts";

export interface WordDescription {
	readonly shown: string;
	readonly spoken: string;
	/** The person's choice; `null` for a word that is only looked at. */
	readonly choice: Choice | null;
}

/** @param text the source that the word is explained in */
export function describeWord(text: string, word: Explanation, choice: Choice | null): WordDescription {
	const spell = ([start, end]: readonly [number, number]) => shorten(text.slice(start, end));
	const fate = fateOf(word, (span) => `“${spell(span)}”`);
	const own = spell([word.start, word.end]);
	const rank = `rank ${count(word.rank)} of ${count(word.of)}`;
	return {
		shown: `“${own}” ${percent(word.keepProbability)}, ${rank}. ${fate.charAt(0).toUpperCase()}${fate.slice(1)}`,
		spoken: `${own}, ${fate}, keep probability ${percent(word.keepProbability)}, ${rank}`,
		choice,
	};
}

function shorten(text: string): string {
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
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
		// The buttons are for the word under the cursor, not for one that the mouse only points at.
		this.#choices.hidden = word === null || word.choice === null;
		for (const button of this.#buttons) {
			button.setAttribute("aria-pressed", String(button.dataset.choice === word?.choice));
		}
	}

	/** The panel belongs to the review and goes with it. */
	set visible(visible: boolean) {
		this.#panel.hidden = !visible;
	}
}
