// The element's styles as constructed style sheets: a content security policy without `unsafe-inline` lets them pass.
import { controlStyles } from "./styles/controls.ts";
import { fieldStyles } from "./styles/field.ts";
import { panelStyles } from "./styles/panel.ts";
import { sliderStyles } from "./styles/slider.ts";
import { tokenStyles } from "./styles/tokens.ts";

const text = [tokenStyles, fieldStyles, panelStyles, sliderStyles, controlStyles].join("\n");

/** Those that have the later styles. */
const whole = new WeakSet<CSSStyleSheet>();
let later = "";

/** A style sheet belongs to one document; all elements in it share it. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The styles of what is seen once somebody compresses something; for all elements of the document. */
export async function addLaterStyles(root: ShadowRoot): Promise<void> {
	later ||= (await import("./styles/later.ts")).laterStyles;
	const sheet = sheets.get(root.ownerDocument);
	if (sheet === undefined || whole.has(sheet)) return;
	whole.add(sheet);
	sheet.replaceSync(text + later);
}

export function adoptStyles(root: ShadowRoot): void {
	const document = root.ownerDocument;
	let sheet = sheets.get(document);
	if (sheet === undefined) {
		sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
		sheet.replaceSync(text + later);
		sheets.set(document, sheet);
	}
	root.adoptedStyleSheets = [sheet];
}
