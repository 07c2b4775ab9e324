// The result as text, the mark that it is out of date, and the button that copies it.
import type { ScoreInput } from "../bridge/worker-interface.ts";
import { announce } from "./announce.ts";
import { BlockView } from "./block-view.ts";
import { byId } from "./dom.ts";
import { counted } from "./format.ts";
import type { Observable } from "./observable.ts";
import type { Reading } from "./reading.ts";
import type { Outcome } from "./selection.ts";
import type { SourceDocument } from "./source-document.ts";

const pane = byId("result", HTMLElement);
const empty = byId("empty-result", HTMLElement);
const stale = byId("stale-note", HTMLElement);
const copy = byId("copy", HTMLButtonElement);
const doneFor = 2000;

async function toClipboard(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

export function wireResultPane(
	outcome: Observable<Outcome | null>,
	source: SourceDocument,
	reading: Reading,
): void {
	const view = new BlockView(pane);
	// What scrolls can be reached and scrolled by keyboard.
	pane.tabIndex = 0;
	let timer = 0;
	let shown: ScoreInput | undefined;

	/** What was copied is another text than the one shown now. */
	function offerCopy(): void {
		window.clearTimeout(timer);
		copy.textContent = "Copy";
	}

	function paint(): void {
		const current = outcome.value;
		offerCopy();
		view.show(current?.result.text ?? "");
		const { scored } = current ?? {};
		if (scored !== shown) {
			// An edit leaves the result where it is, and so does another model; another text is read from its beginning.
			const isSame = scored?.text === shown?.text && scored?.question === shown?.question;
			if (source.origin !== "typed" && !isSame) pane.scrollTop = 0;
			shown = scored;
		}
		empty.hidden = current !== null;
		copy.disabled = current === null || current.result.text === "";
		paintAge();
	}

	function paintAge(): void {
		const current = outcome.value;
		const outOfDate = current !== null && !reading.isOf(current.scored);
		pane.classList.toggle("stale", outOfDate);
		stale.hidden = !outOfDate;
	}

	copy.addEventListener("click", () => {
		const current = outcome.value;
		if (current === null) return;
		void toClipboard(current.result.text).then((copied) => {
			if (!copied) document.getSelection()?.selectAllChildren(pane);
			copy.textContent = copied ? "Copied" : "Selected: press Ctrl+C";
			announce(
				copied
					? `Copied ${counted(current.result.keptTokens, "token")}.`
					: "The browser refused the clipboard. The result is selected: copy it with Control or Command and C.",
			);
			window.clearTimeout(timer);
			timer = window.setTimeout(offerCopy, doneFor);
		});
	});
	outcome.watch(paint);
	reading.subscribe(() => {
		offerCopy();
		paintAge();
	});
}
