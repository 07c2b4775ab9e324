// The picture behind the slider: the words as grains from the surest to the least sure, their size the
// keep probability. What is kept lies on the mesh, what is dropped has fallen through.
import { byId } from "./dom.ts";
import type { Observable } from "./observable.ts";
import type { Outcome } from "./selection.ts";
import { WordIndex } from "./word-index.ts";

const grainCount = 56;
const meshY = 26;
const svg = byId("grains", SVGSVGElement);

function createGrains(): SVGCircleElement[] {
	return Array.from({ length: grainCount }, (_, i) => {
		const grain = document.createElementNS("http://www.w3.org/2000/svg", "circle");
		grain.setAttribute("cx", `${((i + 0.5) / grainCount) * 100}%`);
		svg.append(grain);
		return grain;
	});
}

/** Before there is a text: an even slope. */
const slope = Array.from({ length: grainCount }, (_, i) => 1 - i / grainCount);

export function wireGrains(outcome: Observable<Outcome | null>): void {
	const grains = createGrains();
	let probabilities = slope;
	let shownOf: unknown = null;

	outcome.watch((current) => {
		if (current?.scored !== shownOf) {
			shownOf = current?.scored;
			const found = current === null ? [] : new WordIndex(current.scored.scored.words).quantiles(grainCount);
			probabilities = found.length === 0 ? slope : found;
		}
		const keptShare = current?.result.rate ?? 1;
		svg.classList.toggle("asleep", current === null);
		grains.forEach((grain, i) => {
			const radius = 1 + 3.2 * (probabilities[i] ?? 0);
			const kept = (i + 0.5) / grainCount <= keptShare;
			grain.setAttribute("r", radius.toFixed(2));
			// The fallen ones lie at uneven depths, as grains do.
			const depth = kept ? -radius - 1.5 : radius + 4 + ((i * 7) % 5) * 1.6;
			grain.setAttribute("cy", (meshY + depth).toFixed(2));
			grain.classList.toggle("fallen", !kept);
		});
	});
}
