// Puts elements into the test's page, with a made-up compressor, and takes them out again.
import { type FakeCompressor, fakeCompressor } from "./compressor.fixture.ts";
import "./define.ts";
import type { PromptSieveEventMap } from "./events.ts";
import { leaseOf } from "./lease.ts";
import type { PromptSieveElement } from "./prompt-sieve-element.ts";

// What comes with the first answer is here before the tests, which then need not wait for it.
await Promise.all([
	leaseOf(fakeCompressor()).score("", { signal: new AbortController().signal }),
	import("./styles/later.ts"),
]);

export const source = "Please do not restart the workers by hand before the fix is deployed.";

export interface Mounted {
	readonly element: PromptSieveElement;
	readonly compressor: FakeCompressor;
	/** Types of the element's own events, in the order they came. */
	readonly events: string[];
	readonly place: HTMLElement;
}

let place: HTMLElement | null = null;

const eventTypes: readonly (keyof PromptSieveEventMap)[] = [
	"sieve-load",
	"sieve-progress",
	"sieve-result",
	"sieve-error",
	"sieve-apply",
	"sieve-undo",
];

/** @param around puts the element where it belongs, with what stands around it. Default: alone. */
export function mount(
	attributes: Readonly<Record<string, string>> = {},
	around: (element: PromptSieveElement, place: HTMLElement) => void = (element, at) => at.append(element),
): Mounted {
	const at = document.createElement("main");
	place?.remove();
	place = at;
	document.body.append(at);
	const element = document.createElement("prompt-sieve");
	const compressor = fakeCompressor();
	const events: string[] = [];
	for (const type of eventTypes) at.addEventListener(type, () => events.push(type));
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.compressor = compressor;
	around(element, at);
	return { element, compressor, events, place: at };
}

/** The element's own part of this name. */
export function part<T extends Element>(element: Element, name: string, type: new () => T): T {
	const found = element.shadowRoot?.querySelector(`[part~="${name}"]`);
	if (!(found instanceof type)) throw new Error(`no part "${name}"`);
	return found;
}

/** The button with this name, if it is to be seen. */
export function buttonNamed(element: Element, name: string): HTMLButtonElement | undefined {
	return [...(element.shadowRoot?.querySelectorAll("button") ?? [])].find(
		(button) => button.textContent === name && button.checkVisibility({ visibilityProperty: true }),
	);
}

/** Lets the element paint. */
export const painted = () => new Promise<void>((resolve) => setTimeout(resolve));

export async function press(element: Element, name: string): Promise<void> {
	await painted();
	const button = buttonNamed(element, name);
	if (button === undefined) throw new Error(`no button "${name}" to be seen`);
	button.click();
	await painted();
}

/** As a person types. */
export function type(textarea: HTMLTextAreaElement, text: string): void {
	textarea.focus();
	textarea.select();
	document.execCommand("insertText", false, text);
}
