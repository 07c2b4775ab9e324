// The panel that says what failed or was cancelled, and the button that tries again.
import { byId } from "./dom.ts";
import type { Engine } from "./engine.ts";
import { type FailureText, failureText } from "./failure-text.ts";
import type { Reading } from "./reading.ts";
import type { Selection } from "./selection.ts";

const panel = byId("failure", HTMLElement);
const title = byId("failure-title", HTMLElement);
const advice = byId("failure-advice", HTMLElement);
const detail = byId("failure-detail", HTMLElement);
const retry = byId("retry", HTMLButtonElement);

const cancelled: FailureText = {
	title: "Cancelled.",
	advice: "The text is untouched. Go on whenever you like.",
	detail: "",
};

function currentFailure(engine: Engine, selection: Selection): FailureText | null {
	const model = engine.model.value;
	const state = engine.state.value;
	if (state.kind === "failed") return failureText(state.error);
	if (model.kind === "failed") return failureText(model.error);
	if (state.kind === "cancelled") return cancelled;
	return selection.error.value === null ? null : failureText(selection.error.value);
}

export function wireFailure(engine: Engine, selection: Selection, reading: Reading): void {
	function paint(): void {
		const shown = currentFailure(engine, selection);
		panel.hidden = shown === null;
		panel.classList.toggle("calm", shown === cancelled);
		title.textContent = shown?.title ?? "";
		advice.textContent = shown?.advice ?? "";
		detail.textContent = shown?.detail ?? "";
		retry.textContent = shown === cancelled ? "Read the text" : "Try again";
		retry.hidden = shown !== null && engine.state.value.kind === "scored";
	}

	retry.addEventListener("click", reading.now);
	engine.model.subscribe(paint);
	engine.state.subscribe(paint);
	selection.error.subscribe(paint);
	paint();
}
