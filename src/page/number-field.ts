// A numeric field that takes effect while it is typed in. What cannot be used changes nothing: the
// amount from before the typing stays in force, and the field goes back to it when it is left.

export interface NumberFieldOptions {
	/** The amount in force. */
	readonly amount: () => number;
	/** Whether a typed amount can be used; `NaN` stands for what is no number. */
	readonly usable: (amount: number) => boolean;
	readonly set: (amount: number) => void;
	/** Called when what is in the field becomes unusable or usable again. */
	readonly onUsable?: (usable: boolean) => void;
}

/** Wires the field; gives back what shows the amount in force when something else has changed it. */
export function wireNumberField(field: HTMLInputElement, options: NumberFieldOptions): () => void {
	const { amount, usable, set, onUsable } = options;
	let isTyping = false;
	let settled = amount();

	function show(isUsable: boolean): void {
		field.setAttribute("aria-invalid", String(!isUsable));
		onUsable?.(isUsable);
	}

	function paint(): void {
		// What is being typed stays as the person wrote it, "05" or "3." included.
		if (isTyping) return;
		settled = amount();
		field.value = String(settled);
		show(true);
	}

	field.addEventListener("input", () => {
		const typed = field.valueAsNumber;
		const isUsable = usable(typed);
		isTyping = true;
		set(isUsable ? typed : settled);
		isTyping = false;
		show(isUsable);
	});
	field.addEventListener("change", paint);
	paint();
	return paint;
}
