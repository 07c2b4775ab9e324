// Says things to screen readers through the page's one polite live region.
import { byId } from "./dom.ts";

const region = byId("announcer", HTMLElement);

/** Announces `message`; the same message twice in a row is announced twice. */
export function announce(message: string): void {
	// A changed trailing no-break space makes a repetition a change that screen readers notice.
	region.textContent = region.textContent === message ? `${message}\u00a0` : message;
}
