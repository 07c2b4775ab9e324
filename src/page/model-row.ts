// One model in the chooser: a radio button with its facts, and what this browser keeps of it, with a button that
// deletes that.
import type { CachedModel } from "../models/model-cache.ts";
import { type ModelChoice, nameOf } from "./model-choice.ts";
import { factsOf, keptText, sizeTextOf } from "./model-facts.ts";

export interface ModelRowParts {
	readonly choice: ModelChoice;
	readonly kept: CachedModel | undefined;
	readonly isChecked: boolean;
	/** Deletes what is kept; absent while that is on its way. */
	readonly remove: (() => void) | undefined;
}

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	className: string,
	...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	made.className = className;
	made.append(...children);
	return made;
}

export function modelRow({ choice, kept, isChecked, remove }: ModelRowParts): HTMLElement {
	const radio = element("input", "");
	radio.type = "radio";
	radio.name = "model";
	radio.value = choice;
	radio.checked = isChecked;
	const label = element(
		"label",
		"",
		radio,
		element("span", "model-name", nameOf(choice)),
		element("span", "model-size", sizeTextOf(choice, kept)),
		element("span", "model-facts", factsOf(choice)),
	);
	const row = element("div", "model-row", label);
	if (kept === undefined) return row;
	const line = element("div", "model-kept", element("span", "", keptText(choice, kept)));
	if (remove !== undefined) {
		const button = element("button", "quiet", "Delete");
		button.type = "button";
		button.setAttribute("aria-label", `Delete ${nameOf(choice)} from this browser`);
		button.addEventListener("click", remove);
		line.append(button);
	}
	row.append(line);
	return row;
}
