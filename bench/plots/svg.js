// SVG as text: elements, and the frame that every plot stands in.
import { font, textSize, textWidth } from "./theme.js";

/** @typedef {Readonly<Record<string, string | number>>} Attributes */

/**
 * @param {string} name
 * @param {Attributes} attributes numbers are rounded to a tenth, so that files are the same everywhere
 * @param {...string} children markup
 */
export function element(name, attributes, ...children) {
	const list = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : escapeText(value)}"`)
		.join("");
	return children.length === 0 ? `<${name}${list}/>` : `<${name}${list}>${children.join("")}</${name}>`;
}

/**
 * @param {number} x @param {number} y baseline
 * @param {string} content
 * @param {Attributes} [attributes]
 */
export function text(x, y, content, attributes = {}) {
	return element("text", { x, y, ...attributes }, escapeText(content));
}

/** @param {readonly (readonly [number, number])[]} points */
export function linePath(points) {
	return points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${short(x)},${short(y)}`).join("");
}

/**
 * A whole file: ground, title, a line of remarks, and the plot below them.
 *
 * @param {import("./theme.js").Theme} theme
 * @param {{ height: number, title: string, remark: string, description: string }} about
 *   `description` says the numbers to those who cannot see the plot
 * @param {...string} children markup
 */
export function plotFile(theme, { height, title, remark, description }, ...children) {
	return `${element(
		"svg",
		{
			xmlns: "http://www.w3.org/2000/svg",
			viewBox: `0 0 ${short(width)} ${short(height)}`,
			width,
			height,
			role: "img",
			"aria-labelledby": "title description",
			"font-family": font,
			"font-size": textSize.label,
			fill: theme.text,
		},
		element("title", { id: "title" }, escapeText(title)),
		element("desc", { id: "description" }, escapeText(description)),
		`\n${element("rect", { width, height, rx: 6, fill: theme.ground })}`,
		text(margin, 34, title, { "font-size": textSize.title, "font-weight": 600 }),
		...wrap(remark).map((line, at) =>
			text(margin, 58 + at * lineHeight, line, { "font-size": textSize.tick, fill: theme.muted }),
		),
		...children.map((child) => `\n${child}`),
		"\n",
	)}\n`;
}

/** Px between the edge of a plot and what it shows. */
export const margin = 24;

/** Px of every plot. */
export const width = 800;

/** Px from one line of remarks to the next. */
export const lineHeight = 19;

/** Px from the top to the plot itself, below title and remark. @param {string} remark */
export const headHeight = (remark) => 56 + wrap(remark).length * lineHeight;

/** Lines that are not wider than a plot. @param {string} remark @returns {readonly string[]} */
export function wrap(remark) {
	const [first = "", ...words] = remark.split(" ");
	const lines = [first];
	for (const word of words) {
		const longer = `${lines.at(-1)} ${word}`;
		if (textWidth(longer, textSize.tick) <= width - 2 * margin) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** @param {number} value */
const short = (value) => String(Number(value.toFixed(1)));

/** @param {string} content */
function escapeText(content) {
	return content
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
