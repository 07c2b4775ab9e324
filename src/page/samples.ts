// The sample texts: their own small chunks, fetched while the page rests, so that they are there offline too.
import { allOf, byId } from "./dom.ts";
import { showNotice } from "./notice.ts";
import type { SourceDocument } from "./source-document.ts";

interface Sample {
	readonly name: string;
	readonly load: () => Promise<{ default: string }>;
}

const samples: Record<string, Sample> = {
	meeting: { name: "meeting transcript", load: () => import("./samples/meeting.txt?raw") },
	readme: { name: "README and log", load: () => import("./samples/readme.txt?raw") },
	japanese: { name: "Japanese prose", load: () => import("./samples/japanese.txt?raw") },
};

/** Fetches every sample into the browser's memory; failures show when one is asked for. */
export async function prefetchSamples(): Promise<void> {
	await Promise.allSettled(Object.values(samples).map((sample) => sample.load()));
}

export function wireSamples(source: SourceDocument): void {
	const menu = byId("samples-menu", HTMLElement);
	for (const button of allOf("[data-sample]", HTMLButtonElement)) {
		const sample = samples[button.dataset.sample ?? ""];
		if (sample === undefined) throw new Error(`index.html: unknown sample "${button.dataset.sample}"`);
		button.addEventListener("click", () => {
			menu.hidePopover();
			sample.load().then(
				(text) => {
					source.replace(text.default, `Replaced by the ${sample.name}.`);
					// The card that had the focus is gone with the empty page.
					if (document.activeElement === document.body) byId("edit-tab", HTMLElement).focus();
				},
				() => showNotice("The sample could not be loaded. Check the connection to this page's server."),
			);
		});
	}
}
