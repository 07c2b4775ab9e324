// Registers `<prompt-sieve>`: the one side effect of importing this. Safe where there is no DOM, and more than once.
import { PromptSieveElement } from "./prompt-sieve-element.ts";

if (globalThis.customElements !== undefined && customElements.get("prompt-sieve") === undefined) {
	customElements.define("prompt-sieve", PromptSieveElement);
}

declare global {
	interface HTMLElementTagNameMap {
		"prompt-sieve": PromptSieveElement;
	}
}

export type * from "./prompt-sieve-element.ts";
export { PromptSieveElement };
