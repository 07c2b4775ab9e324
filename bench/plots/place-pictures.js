// Plots in Markdown: between `<!-- plots: NAME NAME -->` and `<!-- /plots -->` stand the pictures of those that are drawn.

const places = /(<!-- plots: ([a-z -]+) -->)[\s\S]*?(<!-- \/plots -->)/g;

/**
 * @param {string} markdown
 * @param {string} folder of the plots, from where the Markdown lies
 * @param {ReadonlyMap<string, string>} files as drawn: name → SVG
 * @returns {string} the Markdown with its pictures
 */
export function placePictures(markdown, folder, files) {
	return markdown.replace(places, (_whole, begin, names, end) => {
		const pictures = names
			.split(" ")
			.map((/** @type {string} */ name) => picture(name, folder, files.get(`${name}-light.svg`)))
			.join("");
		return `${begin}\n\n${pictures}${end}`;
	});
}

/** @param {string} name @param {string} folder @param {string | undefined} svg */
function picture(name, folder, svg) {
	if (svg === undefined) return "";
	const [, title = ""] = /<title id="title">([^<]*)/.exec(svg) ?? [];
	return `<picture>
<source media="(prefers-color-scheme: dark)" srcset="${folder}${name}-dark.svg">
<img src="${folder}${name}-light.svg" width="800" alt="${title}: the figures are in the table.">
</picture>

`;
}
