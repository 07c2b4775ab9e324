// What screen readers are told as it happens. It is no text of the page: once said, it goes.
import { create } from "./create.ts";
import { Pause } from "./pause.ts";

/** Long enough to be read in any voice, in milliseconds; later it would be old news to who comes across it. */
const lingering = 10_000;

export class LiveRegion {
	readonly root: HTMLElement = create("div", { part: "visually-hidden", attributes: { role: "status" } });
	readonly #silence = new Pause(lingering, () => this.root.replaceChildren());

	/** Politely, when the reader has come to an end; the same words again are said again. */
	say(message: string): void {
		this.root.textContent = this.root.textContent === message ? `${message}\u00a0` : message;
		this.#silence.start();
	}
}
