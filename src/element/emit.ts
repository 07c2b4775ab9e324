// Dispatches the element's events (events.ts).
import type { PromptSieveEventMap } from "./events.ts";

type DetailOf<Name extends keyof PromptSieveEventMap> = PromptSieveEventMap[Name]["detail"];

export function emit<Name extends keyof PromptSieveEventMap>(
	target: EventTarget,
	name: Name,
	detail: DetailOf<Name>,
): void {
	target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
