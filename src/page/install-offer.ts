// Offers to install the page as an app, beside the model's facts, where the browser says that it can be.
import { byId } from "./dom.ts";

const button = byId("install-app", HTMLButtonElement);

/** Chromium's event, which TypeScript's DOM lacks. */
interface InstallPromptEvent extends Event {
	/** Shows the browser's own question; once per event. */
	prompt(): Promise<unknown>;
}

function isInstallPrompt(event: Event): event is InstallPromptEvent {
	return "prompt" in event;
}

export function wireInstallOffer(): void {
	let offered: InstallPromptEvent | undefined;

	function set(event: InstallPromptEvent | undefined): void {
		offered = event;
		button.hidden = event === undefined;
	}

	window.addEventListener("beforeinstallprompt", (event) => {
		if (!isInstallPrompt(event)) return;
		// The browser would put its own banner over the page.
		event.preventDefault();
		set(event);
	});
	window.addEventListener("appinstalled", () => set(undefined));
	button.addEventListener("click", async () => {
		const event = offered;
		set(undefined);
		await event?.prompt();
	});
}
