// The colours: as the system has them, or the person's own choice.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { Observable } from "./observable.ts";
import type { Settings, Theme } from "./settings.ts";

const toggle = byId("theme-toggle", HTMLButtonElement);
const next: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const names: Record<Theme, string> = {
	system: "Colours: as the system",
	light: "Colours: light",
	dark: "Colours: dark",
};

export function wireTheme(settings: Observable<Settings>): void {
	toggle.addEventListener("click", () => {
		settings.set({ ...settings.value, theme: next[settings.value.theme] });
		announce(names[settings.value.theme]);
	});
	settings.watch(({ theme }) => {
		document.documentElement.dataset.theme = theme;
		toggle.setAttribute("aria-label", names[theme]);
		toggle.title = names[theme];
	});
}
