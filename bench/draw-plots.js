// `npm run bench:plots`: draws the plots from the figures under results/ into docs/plots, for light and dark ground,
// and shows them where the measurements' page and the README have places for them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { placePictures } from "./plots/place-pictures.js";
import { drawPlots, pagesWithPlots, plotFolder } from "./plots/plots.js";

const files = drawPlots();
rmSync(plotFolder, { recursive: true, force: true });
mkdirSync(plotFolder, { recursive: true });
for (const [name, content] of files) {
	writeFileSync(new URL(name, plotFolder), content);
	console.log(`docs/plots/${name}`);
}
for (const { place, folder } of pagesWithPlots) {
	writeFileSync(place, placePictures(readFileSync(place, "utf8"), folder, files));
}
