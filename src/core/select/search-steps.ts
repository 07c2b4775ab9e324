// The search in the costs of an order's steps.

/** The last step before `end` that fits, where `start` is taken to fit, `end` not to, and fits come first. */
export function halve(start: number, end: number, fits: (step: number) => boolean): number {
	let low = start;
	let high = Math.max(end, start + 1);
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low;
}

/** For each place the least of the values from there on: where costs dip, the last step within a budget is after the dip. */
export function leastFrom(values: Uint32Array): Uint32Array {
	const least = values.slice();
	for (let at = least.length - 2; at >= 0; at--) {
		least[at] = Math.min(least[at] ?? 0, least[at + 1] ?? 0);
	}
	return least;
}
