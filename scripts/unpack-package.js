// The package as its users get it: what `npm pack` packs, unpacked. Packed once a build, for all who try it out.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { latestChange } from "./build-page.js";
import { root } from "./run-command.js";

const unpacked = `${root}dist/package`;

/** What is packed beside the folders of package.json's `files`. */
const packed = ["dist/lib", "bin", "package.json", "README.md", "LICENSE"];

/**
 * dist/lib must have been built.
 *
 * @returns the package's folder, to be copied and not to be changed
 */
export function unpackPackage() {
	const newest = Math.max(...packed.map((path) => latestChange(join(root, path))));
	if (latestChange(unpacked) > newest) return unpacked;
	const folder = mkdtempSync(`${root}dist/packing-`);
	// npm's tarball keeps no times: the files are as new as this unpacking.
	execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], { cwd: root });
	const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
	if (tarball === undefined) throw new Error("npm pack made no tarball.");
	const content = join(folder, "content");
	mkdirSync(content);
	execFileSync("tar", ["-xmzf", join(folder, tarball), "-C", content, "--strip-components=1"]);
	rmSync(unpacked, { recursive: true, force: true });
	renameSync(content, unpacked);
	rmSync(folder, { recursive: true });
	return unpacked;
}

if (process.argv[1] === import.meta.filename) console.log(unpackPackage());
