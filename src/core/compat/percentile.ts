// Compat: NumPy's percentile with NumPy's rounding, since a word is kept if its probability is *above* it.

/**
 * Numbers as Python holds them: what came out of the model is a float32, what the reference sets itself (1.0 for
 * forced, 0.0 for a repeated one) a Python float.
 */
export interface Measure {
	readonly value: number;
	readonly isFloat32: boolean;
}

/**
 * `np.percentile(measures, percent)` of NumPy 2.4 (linear interpolation): in float32 where all of the numbers are,
 * else in float64.
 *
 * @param percent 0–100
 * @returns NaN for no measures, which no number is above; NumPy raises.
 */
export function percentile(measures: readonly Measure[], percent: number): number {
	const count = measures.length;
	if (count === 0) return Number.NaN;
	const round = measures.every(({ isFloat32 }) => isFloat32) ? Math.fround : (same: number) => same;
	const sorted = Float64Array.from(measures, ({ value }) => value).sort();
	const at = (count - 1) * (percent / 100);
	const below = Math.floor(at);
	const low = sorted[below] ?? Number.NaN;
	if (at >= count - 1) return low;
	const high = sorted[below + 1] ?? low;
	const share = at - below;
	const step = round(high - low);
	return share >= 0.5
		? round(high - round(step * round(1 - share)))
		: round(low + round(step * round(share)));
}

/** `sum(measures) / len(measures)`, as Python adds them one by one; Python raises for none, here NaN. */
export function mean(measures: readonly Measure[]): Measure {
	const isFloat32 = measures.some((measure) => measure.isFloat32);
	let sum = 0;
	let isRounded = false;
	for (const measure of measures) {
		isRounded ||= measure.isFloat32;
		sum = isRounded ? Math.fround(sum + measure.value) : sum + measure.value;
	}
	const value = sum / measures.length;
	return { value: isFloat32 ? Math.fround(value) : value, isFloat32 };
}
