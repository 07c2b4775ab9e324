// `npm run example vite`: runs an example of examples/ with the library as it is now.
import "./require-node.js";

const { buildStaleLibrary, exampleNames, installExamples } = await import("./install-examples.js");
const { root, runNpm } = await import("./run-command.js");

const names = exampleNames();
const [name = ""] = process.argv.slice(2);
if (!names.includes(name)) {
	console.error(`Usage: npm run example <name>, one of ${names.join(", ")}.`);
	process.exit(2);
}

const { installPackages } = await import("./install-packages.js");
await installPackages();
if (!(await buildStaleLibrary())) process.exit(1);
await installExamples();
process.exitCode = await runNpm(["run", "--prefix", `${root}examples/${name}`, "dev"]);
