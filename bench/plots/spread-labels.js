// Labels beside the ends of lines: moved apart where the lines end close together.

/**
 * @param {readonly number[]} wanted where each label's line ends
 * @param {number} distance that two labels have at least
 * @param {readonly [number, number]} range outside which no label lies, as long as there is room for all
 * @returns {number[]} a place for each, in the order of `wanted`
 */
export function spreadLabels(wanted, distance, [start, end]) {
	const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
	/** Neighbours that touch move together, so that their mean stays where it is. @type {{ sum: number, members: number[] }[]} */
	const groups = [];
	for (const at of order) {
		groups.push({ sum: wanted[at] ?? 0, members: [at] });
		for (;;) {
			const [above, below] = groups.slice(-2);
			if (!above || !below || top(below) - bottom(above) >= distance) break;
			groups.splice(-2, 2, {
				sum: above.sum + below.sum,
				members: [...above.members, ...below.members],
			});
		}
	}
	const places = [...wanted];
	for (const group of groups) {
		for (const [row, at] of group.members.entries()) places[at] = top(group) + row * distance;
	}
	return places;

	/** @param {{ sum: number, members: number[] }} group */
	function top({ sum, members }) {
		const height = (members.length - 1) * distance;
		return Math.max(start, Math.min(sum / members.length - height / 2, end - height));
	}

	/** @param {{ sum: number, members: number[] }} group */
	function bottom(group) {
		return top(group) + (group.members.length - 1) * distance;
	}
}
