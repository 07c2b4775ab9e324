// `npm run bench:plots`: draws the plots from the JSON under results/ into docs/plots, for light and dark ground.
import { mkdirSync, writeFileSync } from "node:fs";
import { drawPlots, plotFolder } from "./plots/plots.js";

mkdirSync(plotFolder, { recursive: true });
for (const [name, content] of drawPlots()) {
	writeFileSync(new URL(name, plotFolder), content);
	console.log(`docs/plots/${name}`);
}
