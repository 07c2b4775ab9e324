// What repetitions are reduced to.

/** @param {readonly number[]} values @param {number} share 0–1 */
export function quantile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)] ?? Number.NaN;
	const above = sorted[Math.ceil(place)] ?? Number.NaN;
	return below + (above - below) * (place - Math.floor(place));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * The noise of repetitions: half the distance between the quartiles, as a share of the median.
 *
 * @param {readonly number[]} values
 */
export const noise = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);
