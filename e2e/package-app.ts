// A stranger's app: the packed library unpacked into an empty project, the README's example in it,
// built with Vite as it comes.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The first JavaScript block of README.md. */
export function readmeExample(): string {
	const block = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"));
	if (!block?.[1]) throw new Error("README.md has no ```js block.");
	return block[1];
}

/** Puts the packed library into a new folder's node_modules, where there is nothing else. */
export function installPackage(): string {
	const project = mkdtempSync(join(tmpdir(), "promptsieve-app-"));
	const installed = join(project, "node_modules", "promptsieve");
	const packed = execFileSync(process.execPath, ["scripts/unpack-package.js"], {
		cwd: root,
		encoding: "utf8",
	});
	cpSync(packed.trim(), installed, { recursive: true });
	return project;
}

/** Lets the project find one of this repository's packages. */
export function linkPackage(project: string, name: string): void {
	symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
}

/**
 * Builds `script` as the app's only module, with Vite as it comes.
 *
 * @returns the folder to serve.
 */
export async function buildApp(project: string, script: string): Promise<string> {
	writeFileSync(join(project, "main.js"), script);
	writeFileSync(
		join(project, "index.html"),
		`<!doctype html><title>app</title><link rel="icon" href="data:,"><script type="module" src="./main.js"></script>`,
	);
	await build({ root: project, configFile: false, logLevel: "error" });
	return join(project, "dist");
}
