// The strip that says what the machine is doing: bytes of the model, windows of the text, and the
// button that ends a scoring.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { Engine, ScoreState } from "./engine.ts";
import { count, megabytesOf } from "./format.ts";
import type { ModelState } from "./model-state.ts";

const strip = byId("progress", HTMLElement);
const text = byId("progress-text", HTMLElement);
const bar = byId("progress-bar", HTMLProgressElement);
const cancel = byId("cancel", HTMLButtonElement);

interface Shown {
	readonly text: string;
	/** 0–1, or `null` while the end is not known. */
	readonly share: number | null;
	readonly canCancel: boolean;
}

function shownOf(model: ModelState, state: ScoreState): Shown | null {
	const canCancel = state.kind === "waiting" || state.kind === "scoring";
	if (model.kind === "downloading") {
		const { loaded, total } = model;
		const text =
			total === 0
				? "Loading the model"
				: `Loading the model: ${megabytesOf(loaded)} of ${megabytesOf(total)}`;
		return { text, share: total === 0 ? null : loaded / total, canCancel };
	}
	if (model.kind === "warm-up") return { text: "Starting the model", share: null, canCancel };
	if (state.kind === "waiting") return { text: "Reading the text", share: null, canCancel };
	if (state.kind === "scoring") {
		const { done, total } = state;
		return {
			text: `Reading the text: part ${count(done)} of ${count(total)}`,
			share: total === 0 ? null : done / total,
			canCancel,
		};
	}
	return null;
}

export function wireProgress(engine: Engine): void {
	let spoken = "";

	function paint(): void {
		const shown = shownOf(engine.model.value, engine.state.value);
		strip.hidden = shown === null;
		if (shown === null) return;
		text.textContent = shown.text;
		if (shown.share === null) bar.removeAttribute("value");
		else bar.value = shown.share;
		cancel.hidden = !shown.canCancel;
	}

	function speak(): void {
		const model = engine.model.value.kind;
		const state = engine.state.value.kind;
		const now =
			model === "downloading"
				? "Loading the model"
				: state === "scoring"
					? "Reading the text"
					: state === "cancelled"
						? "Cancelled"
						: "";
		if (now !== spoken && now !== "") announce(now);
		spoken = now;
	}

	cancel.addEventListener("click", () => {
		engine.cancel();
		byId("retry", HTMLButtonElement).focus();
	});
	for (const each of [engine.model, engine.state]) {
		each.subscribe(() => {
			paint();
			speak();
		});
	}
	paint();
}
