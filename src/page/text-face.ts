// Data and code are read in columns: source, review and result are set in a monospaced face while the text that was
// read is one of these, by what scoring found out.
import { byId } from "./dom.ts";
import type { Observable } from "./observable.ts";
import type { Outcome } from "./selection.ts";

const main = byId("workbench", HTMLElement);

export function wireTextFace(outcome: Observable<Outcome | null>): void {
	outcome.watch((current) => {
		main.dataset.format = current?.scored.scored.format ?? "text";
	});
}
