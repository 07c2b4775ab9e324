// The line under the review that says of one word what the model thinks, what becomes of it and why,
// with the person's choice as buttons.
import type { Explanation } from "../core/explain/explanation.ts";
import { allOf, byId } from "./dom.ts";
import { fateOf } from "./fate-text.ts";
import { count, percent } from "./format.ts";
import type { Choice } from "./pins.ts";

export interface WordDescription {
	/** With the source's own words between U+2068 and U+2069: they may run the other way than the sentence. */
	readonly shown: string;
	readonly spoken: string;
	/** The person's choice; `null` for a word that is only looked at. */
	readonly choice: Choice | null;
}

/** @param text the source that the word is explained in */
export function describeWord(text: string, word: Explanation, choice: Choice | null): WordDescription {
	const spell = ([start, end]: readonly [number, number]) => shorten(text.slice(start, end));
	const fate = fateOf(word, (span) => `“${spell(span)}”`);
	const shownFate = fateOf(word, (span) => `“${isolated(spell(span))}”`);
	const own = spell([word.start, word.end]);
	const rank = `rank ${count(word.rank)} of ${count(word.of)}`;
	return {
		shown: `“${isolated(own)}” ${percent(word.keepProbability)}, ${rank}. ${shownFate.charAt(0).toUpperCase()}${shownFate.slice(1)}`,
		spoken: `${own}, ${fate}, keep probability ${percent(word.keepProbability)}, ${rank}`,
		choice,
	};
}

function isolated(text: string): string {
	return `\u2068${text}\u2069`;
}

/** On one line, without the indentation that may be part of a word. */
function shorten(text: string): string {
	const line = text.trim().replace(/\s+/gu, " ");
	return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Every isolated part as an element of its own: its direction is then nobody else's. */
function withIsolates(shown: string): (string | HTMLElement)[] {
	return shown.split(/[\u2068\u2069]/u).map((part, i) => {
		if (i % 2 === 0) return part;
		const word = document.createElement("bdi");
		word.textContent = part;
		return word;
	});
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
		this.#text.replaceChildren(...withIsolates(word?.shown ?? "Click a word to keep or drop it."));
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
