// `npm run bench:breakdown`: where the time of one text goes, and how near the model comes to what the machine can
// calculate. Writes results/breakdown.json; `npm run bench:plots` draws it.
import "../scripts/require-node.js";

const { installPackages } = await import("../scripts/install-packages.js");
await installPackages();
await import("./breakdown/measure.js");
