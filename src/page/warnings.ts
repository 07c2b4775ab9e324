// The result's warnings as hints: what each says, and a button that goes through its places in the source.
import type { Warning } from "../core/result.ts";
import { byId } from "./dom.ts";
import { count } from "./format.ts";
import type { Observable } from "./observable.ts";
import type { Outcome } from "./selection.ts";

const list = byId("warnings", HTMLUListElement);

/** What a person can do about a warning here. */
const advice: Partial<Record<Warning["code"], string>> = {
	"protected-exceeds-budget": "Allow more, or protect less under Options.",
	"number-dropped": "To keep all, tick “numbers” under Options.",
	"question-shortened": "Ask more briefly to have all of it read.",
	"negation-dropped": "To keep them, tick “negations” under Options.",
};

/** The library writes plain digits; the numbers of a question's tokens are the message's only ones. */
function messageOf({ code, message }: Warning): string {
	if (code !== "question-shortened") return message;
	return message.replace(/\d+/g, (digits) => count(Number(digits)));
}

/** What makes two lists of warnings the same to a reader: they are then not rebuilt under the focus. */
function keyOf(warnings: readonly Warning[]): string {
	return JSON.stringify(warnings.map(({ code, message, spans }) => [code, message, spans.length]));
}

export function wireWarnings(outcome: Observable<Outcome | null>, goTo: (offset: number) => void): void {
	let shown = keyOf([]);
	let current: readonly Warning[] = [];

	function itemFor(warning: Warning, position: number): HTMLLIElement {
		const item = document.createElement("li");
		const message = document.createElement("span");
		message.textContent = [messageOf(warning), advice[warning.code] ?? ""].join(" ").trim();
		item.append(message);
		const total = warning.spans.length;
		if (total === 0) return item;
		const button = document.createElement("button");
		button.type = "button";
		button.className = "quiet";
		button.textContent = total === 1 ? "Show" : `Show ${count(total)} places`;
		let next = 0;
		button.addEventListener("click", () => {
			// The list is reused while it reads the same; its places may have moved since.
			const spans = current[position]?.spans ?? [];
			const span = spans[next % spans.length];
			if (span === undefined) return;
			next++;
			if (spans.length > 1) {
				button.textContent = `Next (${count(((next - 1) % spans.length) + 1)} of ${count(spans.length)})`;
			}
			goTo(span[0]);
		});
		item.append(button);
		return item;
	}

	outcome.watch((next) => {
		current = next?.result.warnings ?? [];
		const key = keyOf(current);
		if (key === shown) return;
		shown = key;
		list.hidden = current.length === 0;
		list.replaceChildren(...current.map(itemFor));
	});
}
