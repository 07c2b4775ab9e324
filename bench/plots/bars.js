// Horizontal bars in groups, each with its name before it and its value behind it.
import { scaleLinear } from "d3-scale";
import { element, text } from "./svg.js";
import { textSize, textWidth } from "./theme.js";

/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {import("./theme.js").Role} role
 * @property {number | null} value null: there is none, and `label` says why
 * @property {string} label the value for people
 *
 * @typedef {object} BarGroup
 * @property {string} name
 * @property {readonly Bar[]} bars
 *
 * @typedef {object} BarPanel
 * @property {number} left px
 * @property {number} top
 * @property {number} width of names, bars and values together
 * @property {readonly BarGroup[]} groups
 * @property {number} [end] value of a bar of full length, whose way is then shown; default: the largest value
 */

const row = 29;
const thickness = 18;
const groupHead = 30;
const groupGap = 12;
const labelGap = 8;

/** Px that the groups take. @param {readonly BarGroup[]} groups */
export function barsHeight(groups) {
	return groups.reduce((sum, { bars }) => sum + groupHead + bars.length * row + groupGap, -groupGap);
}

/** @param {import("./theme.js").Theme} theme @param {BarPanel} panel */
export function drawBars(theme, { left, top, width, groups, end }) {
	const bars = groups.flatMap((group) => group.bars);
	const names = Math.max(...bars.map(({ name }) => textWidth(name, textSize.label)));
	const labels = Math.max(
		...bars.map(({ label, value }) => (value === null ? 0 : textWidth(label, textSize.label))),
	);
	const begin = left + names + 2 * labelGap;
	const space = left + width - begin - labels - labelGap;
	const largest = end ?? Math.max(...bars.map(({ value }) => value ?? 0));
	const long = scaleLinear().domain([0, largest]).range([0, space]);
	const parts = [];
	let y = top;
	for (const group of groups) {
		parts.push(text(left, y + 16, group.name, { "font-weight": 600 }));
		y += groupHead;
		for (const { name, role, value, label } of group.bars) {
			const middle = y + row / 2 - 3;
			const length = value === null ? 0 : Math.max(long(value), 1.5);
			const box = { x: begin, y: middle - thickness / 2, height: thickness, rx: 2 };
			parts.push(
				text(begin - labelGap, middle + 5, name, { "text-anchor": "end", fill: theme.colours[role] }),
				...(end === undefined ? [] : [element("rect", { ...box, width: space, fill: theme.grid })]),
				...(value === null ? [] : [element("rect", { ...box, width: length, fill: theme.colours[role] })]),
				text(begin + (end === undefined ? length : space) + labelGap, middle + 5, label, {
					...(value === null && { fill: theme.muted, "font-style": "italic" }),
				}),
			);
			y += row;
		}
		y += groupGap;
	}
	return parts.join("\n");
}

/** The bars in words. @param {readonly BarGroup[]} groups */
export function sayBars(groups) {
	return groups
		.map(({ name, bars }) => `${name}: ${bars.map((bar) => `${bar.name} ${bar.label}`).join("; ")}.`)
		.join(" ");
}
