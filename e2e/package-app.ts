// A stranger's app: the packed library unpacked into an empty project, the README's example in it,
// built with Vite as it comes.
import { execFileSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The first JavaScript block of README.md. */
export function readmeExample(): string {
	const block = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"));
	if (!block?.[1]) throw new Error("README.md has no ```js block.");
	return block[1];
}

/** Packs the library and installs it into a new folder, with nothing but the dependencies that it names. */
export function installPackage(): string {
	const project = mkdtempSync(join(tmpdir(), "promptsieve-app-"));
	const installed = join(project, "node_modules", "promptsieve");
	mkdirSync(installed, { recursive: true });
	execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", project], { cwd: root });
	const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? "";
	execFileSync("tar", ["-xzf", join(project, tarball), "-C", installed, "--strip-components=1"]);

	const manifest: { dependencies: Record<string, string> } = JSON.parse(
		readFileSync(join(installed, "package.json"), "utf8"),
	);
	for (const name of Object.keys(manifest.dependencies)) {
		const link = join(project, "node_modules", name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(join(root, "node_modules", name), link);
	}
	return project;
}

/**
 * Builds `script` as the app's only module; the library's assets are copied where the README says.
 *
 * @returns the folder to serve.
 */
export async function buildApp(project: string, script: string): Promise<string> {
	writeFileSync(join(project, "main.js"), script);
	writeFileSync(
		join(project, "index.html"),
		`<!doctype html><title>app</title><link rel="icon" href="data:,"><script type="module" src="./main.js"></script>`,
	);
	const assets = join(project, "node_modules", "promptsieve", "dist", "lib", "assets");
	cpSync(assets, join(project, "public", "promptsieve"), { recursive: true });
	await build({ root: project, configFile: false, logLevel: "error" });
	return join(project, "dist");
}
