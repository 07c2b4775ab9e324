// Wrong attributes are told once each: to the console for who writes the page, and as an event.

import type { CompressorError } from "../core/error.ts";
import type { AttributeProblem } from "./attributes.ts";
import { emit } from "./emit.ts";
import type { SieveErrorDetail } from "./events.ts";

export class ProblemReport {
	readonly #element: HTMLElement;
	readonly #told = new Set<string>();

	constructor(element: HTMLElement) {
		this.#element = element;
	}

	tellAll(problems: readonly AttributeProblem[]): void {
		for (const { attribute, error } of problems) this.tell(attribute, error);
	}

	tell(attribute: NonNullable<SieveErrorDetail["attribute"]>, error: CompressorError): void {
		// The message names the attribute and the value.
		if (this.#told.has(error.message)) return;
		this.#told.add(error.message);
		console.error(`<prompt-sieve> ${error.message}`);
		emit(this.#element, "sieve-error", { error, attribute });
	}
}
