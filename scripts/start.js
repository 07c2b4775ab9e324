// `npm start`: installs what is missing, builds the page and the documentation, serves them, prints the page's address.
// Ctrl-C ends it. `PORT` names another port than 4173; the next free one is taken when it is in use.
import "./require-node.js";

const { installPackages } = await import("./install-packages.js");
await installPackages();

const { buildPage } = await import("./build-page.js");
if (!(await buildPage())) {
	console.error("The page could not be built; see above.");
	process.exit(1);
}
const { buildStaleDocs } = await import("./build-docs.js");
if (!(await buildStaleDocs())) {
	console.error('The page\'s link "Docs" leads nowhere: the documentation could not be built; see above.');
}

const { root } = await import("./run-command.js");
const { preview } = await import("vite");
const server = await preview({
	root,
	// Else a file that is not there, such as documentation that was not built, is answered with the page.
	appType: "mpa",
	logLevel: "warn",
	preview: { port: Number(process.env.PORT ?? 4173) },
});
console.log(`promptsieve is at ${server.resolvedUrls?.local[0]}  (Ctrl-C ends it)`);

for (const signal of ["SIGINT", "SIGTERM"]) {
	process.once(signal, async () => {
		await server.close();
		process.exit(0);
	});
}
