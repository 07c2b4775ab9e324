// One line under the source for what the person should know but need not act on at once.
import { byId } from "./dom.ts";

const line = byId("notice", HTMLElement);

export function showNotice(text: string): void {
	line.textContent = text;
	line.hidden = false;
}

export function hideNotice(): void {
	line.textContent = "";
	line.hidden = true;
}
