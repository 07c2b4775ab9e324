// Runs in promptsieve's own page: times from an event to the painted result, and the main thread meanwhile.
import type { Shown } from "../page-functions.ts";
import { watchLongTasks } from "./long-tasks.ts";

function element(id: string): HTMLElement {
	const found = document.getElementById(id);
	if (!found) throw new Error(`The page has no #${id}.`);
	return found;
}

/** Resolves after the frame that shows what has been done by now. */
async function painted(): Promise<void> {
	await new Promise((resolve) => requestAnimationFrame(resolve));
	await new Promise((resolve) => setTimeout(resolve));
}

const kept = () => element("count-kept").textContent ?? "";

/** Whether the result belongs to the text as it is now. */
function isSettled(): boolean {
	return element("progress").hidden && element("stale-note").hidden && /\d/.test(kept());
}

const probe = {
	/**
	 * Moves the slider to `value`, as dragging it does. The page selects in the next frame; what must stay in any case
	 * may leave the result as it was.
	 */
	async move(value: number): Promise<Shown> {
		const slider = element("slider");
		if (!(slider instanceof HTMLInputElement)) throw new Error("#slider is no input.");
		const watch = await watchLongTasks();
		const began = performance.now();
		slider.value = String(value);
		slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
		await painted();
		const paintedMs = performance.now() - began;
		return { paintedMs, longTaskMs: await watch.end() };
	},

	/** Waits for the next paste or typed text in the source, and then for its result. */
	async nextChange(): Promise<Shown> {
		const source = element("source-text");
		const change = new Promise<number>((resolve) => {
			source.addEventListener("beforeinput", () => resolve(performance.now()), { capture: true, once: true });
		});
		const watch = await watchLongTasks();
		const began = await change;
		// The page knows of the change once the event is through.
		await painted();
		while (!isSettled()) await painted();
		return { paintedMs: performance.now() - began, longTaskMs: await watch.end() };
	},
};

export type Probe = typeof probe;

Object.assign(globalThis, { probe });
