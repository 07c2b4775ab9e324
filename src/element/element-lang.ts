// The language that an element stands in: its own `lang`, else that of what is around it, across shadow boundaries.
import { isShadowRoot, rootOf } from "./root-of.ts";

/** A BCP 47 tag; `"en"` where nothing says anything. */
export function langOf(element: Element): string {
	let at: Element | null = element;
	while (at !== null) {
		const marked: Element | null = at.closest("[lang]");
		const lang = marked?.getAttribute("lang");
		if (lang) return lang;
		const root: Document | ShadowRoot = rootOf(at);
		at = isShadowRoot(root) ? root.host : null;
	}
	return "en";
}
