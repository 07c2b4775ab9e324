// Makes elements. Text goes in as text, attributes as attributes: no markup is ever parsed, no style attribute written.

export interface Details {
	/** Names for `::part()`, and for the element's own styles. */
	readonly part?: string;
	readonly text?: string;
	readonly attributes?: Readonly<Record<string, string>>;
}

export function create<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	{ part, text, attributes = {} }: Details,
	...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	if (part !== undefined) element.setAttribute("part", part);
	if (text !== undefined) element.textContent = text;
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children);
	return element;
}

export function button(part: string, onClick: () => void): HTMLButtonElement {
	const element = create("button", { part: `button ${part}`, attributes: { type: "button" } });
	element.addEventListener("click", () => {
		if (element.getAttribute("aria-disabled") !== "true") onClick();
	});
	return element;
}

/** A drawing of lines, for the eye only. */
export function icon(part: string, viewBox: string, path: string): SVGSVGElement {
	const namespace = "http://www.w3.org/2000/svg";
	const svg = document.createElementNS(namespace, "svg");
	const line = document.createElementNS(namespace, "path");
	svg.setAttribute("part", part);
	svg.setAttribute("viewBox", viewBox);
	svg.setAttribute("aria-hidden", "true");
	svg.setAttribute("focusable", "false");
	line.setAttribute("d", path);
	svg.append(line);
	return svg;
}

/** Writes only what is new: a text that is selected, or read aloud, is not disturbed. */
export function setText(element: Element, text: string): void {
	if (element.textContent !== text) element.textContent = text;
}

/** Unlike `disabled`, this leaves the focus where it is. */
export function setEnabled(element: HTMLButtonElement, enabled: boolean): void {
	element.setAttribute("aria-disabled", String(!enabled));
}
