// What the options of a selection ask for: an amount, and the choices that the order of words depends on.
import type { AmountReason } from "../explain/explanation.ts";
import type { ProtectOptions, SelectOptions } from "../options.ts";
import type { Choices } from "./protection.ts";
import type { Amount } from "./selection.ts";

const defaultRate = 0.5;

type AmountOptions = Pick<SelectOptions, "rate" | "targetTokens" | "threshold">;

export function amountOf({ rate, targetTokens, threshold }: AmountOptions, sourceTokens: number): Amount {
	if (threshold !== undefined) return { threshold };
	if (targetTokens !== undefined) return { tokens: targetTokens, countWhole: true };
	// 0.29 × 100 is 28.999999999999996 in floating point.
	return { tokens: Math.floor((rate ?? defaultRate) * sourceTokens + 1e-9), countWhole: false };
}

/** The amount as `explain` names it. */
export function amountReason({ rate, targetTokens, threshold }: AmountOptions): AmountReason {
	if (threshold !== undefined) return { kind: "amount", by: "threshold", value: threshold };
	if (targetTokens !== undefined) return { kind: "amount", by: "targetTokens", value: targetTokens };
	return { kind: "amount", by: "rate", value: rate ?? defaultRate };
}

/** A rate keeps at least the most needed word. */
export function isByRate({ targetTokens, threshold }: AmountOptions): boolean {
	return targetTokens === undefined && threshold === undefined;
}

/** @param byDefault used where the options say nothing of `protect` */
export function choicesOf(options: SelectOptions, byDefault: ProtectOptions | undefined): Choices {
	const { protect = byDefault, force, keepDigits, dropConsecutive, pin, drop } = options;
	return {
		...(protect && { protect }),
		...(force?.length && { force }),
		...(keepDigits && { keepDigits }),
		...(dropConsecutive && { dropConsecutive }),
		...(pin?.length && { pin }),
		...(drop?.length && { drop }),
	};
}

/** The same for the same choices. */
export function keyOf({ protect, ...others }: Choices): string {
	const patterns = protect?.patterns?.map(String);
	return JSON.stringify([Object.entries({ ...protect, patterns }).sort(), others]);
}
