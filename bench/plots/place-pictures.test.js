import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { placePictures } from "./place-pictures.js";
import { drawPlots, pagesWithPlots } from "./plots.js";

const files = new Map([["speed-light.svg", '<svg><title id="title">Speed</title></svg>']]);
const page = "before\n\n<!-- plots: speed load -->\n\nold\n\n<!-- /plots -->\n\nafter\n";

test("a plot that is drawn gets a picture for either ground, another none", () => {
	expect(placePictures(page, "plots/", files)).toBe(`before

<!-- plots: speed load -->

<picture>
<source media="(prefers-color-scheme: dark)" srcset="plots/speed-dark.svg">
<img src="plots/speed-light.svg" width="800" alt="Speed: the figures are in the table.">
</picture>

<!-- /plots -->

after
`);
});

test("placing them again changes nothing", () => {
	const once = placePictures(page, "plots/", files);
	expect(placePictures(once, "plots/", files)).toBe(once);
});

test.each(pagesWithPlots)(
	"$place shows the plots that are drawn (npm run bench:plots)",
	({ place, folder }) => {
		const markdown = readFileSync(place, "utf8");
		expect(placePictures(markdown, folder, drawPlots())).toBe(markdown);
	},
);
