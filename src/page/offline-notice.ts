// Says whether the page opens without a network, beside the model's facts, and in the page's head when there is no
// network just now.
import { announce } from "./announce.ts";
import { byId } from "./dom.ts";
import type { Engine } from "./engine.ts";
import type { Offline, OfflineState } from "./offline.ts";

const line = byId("offline-state", HTMLElement);
const promise = byId("privacy-text", HTMLElement);
const docsLink = byId("docs-link", HTMLElement);
const online = promise.textContent;
const offline = "Offline, and everything here works";

const texts: Record<OfflineState, string> = {
	"not-yet": "",
	storing: "Being stored, to open without a network too.",
	kept: "Opens without a network too.",
	"no-space": "Needs a network to open: this browser has too little space to store the page.",
	failed: "Needs a network to open: the page could not be stored.",
	impossible: "Needs a network to open: this browser does not store pages here.",
};

export function wireOfflineNotice({ state }: Offline, engine: Engine): void {
	state.watch((now) => {
		line.textContent = texts[now];
	});

	function paint(): void {
		const works = !navigator.onLine && engine.model.value.kind === "ready";
		const text = works ? offline : online;
		if (promise.textContent === text) return;
		promise.textContent = text;
		announce(works ? offline : "Online again");
	}

	/** The documentation is not stored. */
	function paintLink(): void {
		docsLink.hidden = !navigator.onLine;
	}

	engine.model.watch(paint);
	for (const type of ["online", "offline"]) {
		window.addEventListener(type, () => {
			paint();
			paintLink();
		});
	}
	paintLink();
}
