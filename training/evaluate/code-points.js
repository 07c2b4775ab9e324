// From UTF-16 code units, in which the library counts, to code points, in which Python does.

/**
 * How many code points of the text lie before a code unit.
 *
 * @param {string} text
 * @returns {(unit: number) => number}
 */
export function codePointsBefore(text) {
	if (!/[\ud800-\udfff]/.test(text)) return (unit) => unit;
	const before = new Uint32Array(text.length + 1);
	let units = 0;
	let points = 0;
	for (const character of text) {
		before.fill(points, units, units + character.length);
		units += character.length;
		points++;
	}
	before[units] = points;
	return (unit) => before[unit] ?? points;
}
