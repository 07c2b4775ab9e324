// How far the model is that was chosen and does not answer yet: bytes, or why it can't, in the badge's popover. It can
// be cancelled, and tried again.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { Engine, Incoming } from "./engine.ts";
import { failureText, takeOverAdvice } from "./failure-text.ts";
import { partOf } from "./format.ts";
import { nameOf } from "./model-choice.ts";
import type { Observable } from "./observable.ts";
import type { Settings } from "./settings.ts";

const badge = byId("device-badge", HTMLButtonElement);
const panel = byId("incoming", HTMLElement);
const title = byId("incoming-title", HTMLElement);
const text = byId("incoming-text", HTMLElement);
const detail = byId("incoming-detail", HTMLElement);
const track = byId("incoming-track", HTMLElement);
const bar = byId("incoming-bar", HTMLProgressElement);
const retry = byId("incoming-retry", HTMLButtonElement);
const cancel = byId("incoming-cancel", HTMLButtonElement);

/** The bytes in short, for the badge too. */
export function incomingProgress({ state }: Incoming): string {
	if (state.kind !== "downloading") return state.kind === "warm-up" ? "Starting" : "Waiting";
	return state.total === 0 ? "Downloading" : partOf(state.loaded, state.total);
}

export function wireIncomingModel(engine: Engine, settings: Observable<Settings>): void {
	let spoken = "";

	function say(message: string): void {
		if (message === spoken) return;
		spoken = message;
		announce(message);
	}

	function paintFailure(incoming: Incoming, error: unknown): void {
		title.textContent = `${nameOf(incoming.choice)} could not be loaded`;
		text.textContent = `${takeOverAdvice(error)} ${nameOf(engine.answering)} goes on.`;
		detail.textContent = failureText(error).detail;
		cancel.textContent = "Leave it";
		say(`${title.textContent}. ${text.textContent}`);
	}

	function paintLoading(incoming: Incoming): void {
		const { choice, state } = incoming;
		title.textContent = `${nameOf(choice)} is on its way`;
		text.textContent = `${incomingProgress(incoming)}. ${nameOf(engine.answering)} reads until it is here.`;
		detail.textContent = "";
		cancel.textContent = "Cancel";
		const share = state.kind === "downloading" && state.total > 0 ? state.loaded / state.total : null;
		if (share === null) bar.removeAttribute("value");
		else bar.value = share;
		if (state.kind === "downloading") say(`Downloading ${nameOf(choice)}`);
	}

	let before: Incoming | null = null;
	engine.incoming.watch((incoming) => {
		// What had the focus goes.
		if (incoming === null && panel.contains(document.activeElement)) badge.focus();
		panel.hidden = incoming === null;
		const failed = incoming?.state.kind === "failed";
		panel.classList.toggle("failed", failed);
		track.hidden = failed;
		if (!failed && document.activeElement === retry) cancel.focus();
		retry.hidden = !failed;
		if (incoming?.state.kind === "failed") paintFailure(incoming, incoming.state.error);
		else if (incoming !== null) paintLoading(incoming);
		else if (before !== null && before.choice === engine.answering) say(`${nameOf(before.choice)} reads now`);
		before = incoming;
	});
	retry.addEventListener("click", () => engine.choose(settings.value.model));
	cancel.addEventListener("click", () => settings.set({ ...settings.value, model: engine.answering }));
}
