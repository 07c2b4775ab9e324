// Colours and type of the plots, on light and on dark ground: those of the page and of the documentation, and a few
// more that are told apart with any colour vision and are legible as text on their ground.

/** What a colour stands for, in every plot. @typedef {"ours" | "script" | "python" | "other" | "aside"} Role */

/**
 * @typedef {object} Theme
 * @property {string} ground
 * @property {string} text
 * @property {string} muted titles of axes, remarks
 * @property {string} grid
 * @property {Readonly<Record<Role, string>>} colours
 * @property {readonly string[]} steps fills of the parts of a whole, each with {@link Theme.onStep} on it
 * @property {string} onStep
 */

/** @type {Readonly<Record<"light" | "dark", Theme>>} */
export const themes = {
	light: {
		ground: "#fdfdfb",
		text: "#1b2024",
		muted: "#575f66",
		grid: "#e2e5df",
		colours: { ours: "#9a5b00", script: "#0a62a3", python: "#7a3b86", other: "#575f66", aside: "#848b92" },
		steps: ["#ffd27a", "#b9d7f3", "#e0c3e6", "#bfe3d4", "#f4c5b4", "#d5d9d2"],
		onStep: "#1b2024",
	},
	dark: {
		ground: "#1a1e21",
		text: "#e9e7e2",
		muted: "#a5acb2",
		grid: "#32393e",
		colours: { ours: "#f2b640", script: "#79b8f2", python: "#d9a1e4", other: "#a5acb2", aside: "#7f878e" },
		steps: ["#8a5f0a", "#28557f", "#653a70", "#21604c", "#80422e", "#4a5258"],
		onStep: "#ffffff",
	},
};

export const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

/** Sizes of text in px of a plot that is 800 wide: 11 and more where a page shows it in a column of 620. */
export const textSize = { title: 19, label: 15, tick: 14.5 };

/**
 * Width of a text in an unknown sans-serif font, in px, rather too wide than too narrow.
 *
 * @param {string} text @param {number} size px
 */
export const textWidth = (text, size) => text.length * size * 0.56;
