// One bar cut into parts, each with its name and time where there is room; the others are told below it.
import { milliseconds } from "./amounts.js";
import { element, text } from "./svg.js";
import { textSize, textWidth } from "./theme.js";

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {number} value milliseconds
 *
 * @typedef {object} Strip
 * @property {number} left px
 * @property {number} top
 * @property {number} width of the whole
 * @property {readonly Part[]} parts
 * @property {number} [firstColour] which of the theme's fills the first part gets; default 0
 */

export const stripHeight = 50;

/** @param {import("./theme.js").Theme} theme @param {Strip} strip @returns {{ markup: string, narrow: readonly Part[] }} */
export function drawStrip(theme, { left, top, width, parts, firstColour = 0 }) {
	const whole = parts.reduce((sum, { value }) => sum + value, 0);
	/** @type {Part[]} */
	const narrow = [];
	const markup = [];
	let x = left;
	for (const [at, part] of parts.entries()) {
		const own = (width * part.value) / whole;
		const time = milliseconds(part.value);
		const fill = theme.steps[(at + firstColour) % theme.steps.length] ?? theme.grid;
		markup.push(
			element("rect", { x, y: top, width: Math.max(own - 1, 0.5), height: stripHeight, fill, rx: 2 }),
		);
		const needed = Math.max(textWidth(part.name, textSize.label), textWidth(time, textSize.tick)) + 14;
		if (own >= needed) {
			markup.push(
				text(x + 8, top + 20, part.name, { fill: theme.onStep }),
				text(x + 8, top + 40, time, { fill: theme.onStep, "font-size": textSize.tick }),
			);
		} else narrow.push(part);
		x += own;
	}
	return { markup: markup.join("\n"), narrow };
}

/** Parts in words. @param {readonly Part[]} parts */
export const sayParts = (parts) =>
	parts.map(({ name, value }) => `${name} ${milliseconds(value)}`).join(", ");
