// Lines over an axis, each with its name at its end instead of a legend.
import { scaleLinear, scaleLog } from "d3-scale";
import { spreadLabels } from "./spread-labels.js";
import { element, linePath, text } from "./svg.js";
import { textSize } from "./theme.js";

/**
 * @typedef {object} Axis
 * @property {"linear" | "log"} scale
 * @property {readonly [number, number]} domain
 * @property {readonly number[]} ticks
 * @property {(value: number) => string} format
 * @property {string} [name] with the unit
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {import("./theme.js").Role} role
 * @property {readonly (readonly [number, number])[]} points
 * @property {boolean} [strong]
 * @property {boolean} [dashed]
 *
 * @typedef {object} Panel
 * @property {number} left px where the plotting area begins
 * @property {number} top
 * @property {number} width px of that area, without the names beside it
 * @property {number} height
 * @property {string} title
 * @property {Axis} x
 * @property {Axis} y
 * @property {readonly Line[]} lines
 */

/** Px before the plotting area, for the values beside it. */
export const axisWidth = 58;

const lineHeight = textSize.label + 3;

/** @param {import("./theme.js").Theme} theme @param {Panel} panel */
export function drawLines(theme, { left, top, width, height, title, x, y, lines }) {
	const across = scaleOf(x, [left, left + width]);
	const up = scaleOf(y, [top + height, top]);
	const tick = { "font-size": textSize.tick, fill: theme.muted };
	const grid = [
		...y.ticks.map((value) => {
			const at = up(value);
			return (
				element("path", {
					d: linePath([
						[left, at],
						[left + width, at],
					]),
					stroke: theme.grid,
				}) + text(left - 8, at + 5, y.format(value), { ...tick, "text-anchor": "end" })
			);
		}),
		...x.ticks.map((value) =>
			text(across(value), top + height + 22, x.format(value), { ...tick, "text-anchor": "middle" }),
		),
		text(left + width, top + height + 44, x.name ?? "", { ...tick, "text-anchor": "end" }),
		element("path", {
			d: linePath([
				[left, top + height],
				[left + width, top + height],
			]),
			stroke: theme.muted,
		}),
		text(left - axisWidth, top - 18, title, { "font-weight": 600 }),
	];
	const paths = lines.map(({ role, points, strong, dashed }) => {
		const colour = theme.colours[role];
		const places = points.map(([at, value]) => /** @type {const} */ ([across(at), up(value)]));
		return element(
			"g",
			{ fill: colour },
			element("path", {
				d: linePath(places),
				fill: "none",
				stroke: colour,
				"stroke-width": strong ? 3 : 1.75,
				"stroke-linejoin": "round",
				...(dashed && { "stroke-dasharray": "5 4" }),
			}),
			...places.map(([cx, cy]) => element("circle", { cx, cy, r: strong ? 4 : 3 })),
		);
	});
	const ends = lines.map(({ points }) => points.at(-1) ?? [Number.NaN, Number.NaN]);
	const places = spreadLabels(
		ends.map(([, value]) => up(value)),
		lineHeight,
		[top + 4, top + height],
	);
	const names = lines.map(({ name, role, strong }, at) =>
		text(across(ends[at]?.[0] ?? 0) + 10, (places[at] ?? 0) + 5, name, {
			fill: theme.colours[role],
			...(strong && { "font-weight": 600 }),
		}),
	);
	return [...grid, ...paths, ...names].join("\n");
}

/** @param {Axis} axis @param {[number, number]} range px */
function scaleOf({ scale, domain }, range) {
	return (scale === "log" ? scaleLog() : scaleLinear()).domain(domain).range(range);
}
