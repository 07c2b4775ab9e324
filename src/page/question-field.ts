// The question that will be asked about the text: one line, read together with it. Enter reads at once,
// Escape and the button clear it.
import { byId } from "./dom.ts";
import type { Engine } from "./engine.ts";
import type { Observable } from "./observable.ts";
import type { Reading } from "./reading.ts";
import type { Settings } from "./settings.ts";

const field = byId("question", HTMLInputElement);
const clear = byId("clear-question", HTMLButtonElement);
const note = byId("question-note", HTMLElement);

export function wireQuestionField(engine: Engine, settings: Observable<Settings>, reading: Reading): void {
	function ask(question: string): void {
		settings.set({ ...settings.value, question });
	}

	function clearIt(): void {
		ask("");
		reading.now();
		field.focus();
	}

	field.addEventListener("input", () => ask(field.value));
	field.addEventListener("keydown", (event) => {
		// Enter that ends a conversion of an input method is no Enter.
		if (event.isComposing) return;
		if (event.key === "Enter") reading.now();
		if (event.key === "Escape" && field.value !== "") clearIt();
	});
	clear.addEventListener("click", clearIt);
	settings.watch(({ question }) => {
		if (field.value !== question) field.value = question;
		clear.hidden = question === "" || field.disabled;
	});
	engine.model.watch((model) => {
		const isDeaf = model.kind === "ready" && model.info.questionTokens === undefined;
		field.disabled = isDeaf;
		// In the same line: nothing below moves when another model takes over.
		note.textContent = isDeaf ? "(this model reads none)" : "(optional)";
		clear.hidden = isDeaf || settings.value.question === "";
	});
}
