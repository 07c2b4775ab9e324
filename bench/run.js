// `npm run bench`: installs what is missing, then measures. Whether a goal is met decides nothing; quit
// other programs first.
import "../scripts/require-node.js";

const { installPackages } = await import("../scripts/install-packages.js");
await installPackages();
await import("./benchmark.js");
