// `npm run bench:peers`: installs what is missing, then measures this library beside the others. Quit other programs
// first.
import "../../scripts/require-node.js";

const { readOptions } = await import("./options.js");
const options = readOptions();
const { installPackages } = await import("../../scripts/install-packages.js");
await installPackages();
await installPackages("bench/peers/");
const { measurePeers } = await import("./measure-peers.js");
await measurePeers(options);
