// The element's styles as constructed style sheets: a content security policy without `unsafe-inline` lets them pass.
import { controlStyles } from "./styles/controls.ts";
import { fieldStyles } from "./styles/field.ts";
import { messageStyles } from "./styles/messages.ts";
import { panelStyles } from "./styles/panel.ts";
import { previewStyles } from "./styles/preview.ts";
import { sliderStyles } from "./styles/slider.ts";
import { tokenStyles } from "./styles/tokens.ts";

const text = [
	tokenStyles,
	fieldStyles,
	panelStyles,
	sliderStyles,
	controlStyles,
	messageStyles,
	previewStyles,
].join("\n");

/** A style sheet belongs to one document; all elements in it share it. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

export function adoptStyles(root: ShadowRoot): void {
	const document = root.ownerDocument;
	let sheet = sheets.get(document);
	if (sheet === undefined) {
		sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
		sheet.replaceSync(text);
		sheets.set(document, sheet);
	}
	root.adoptedStyleSheets = [sheet];
}
