// What `promptsieve assets` does: the package's files into a folder of an app, and those of an earlier version out.
import {
	copyFileSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/** Lies among the copies and names them, so that the next run knows what it may take away. */
export const listName = "copied-files.json";

/**
 * Copies all files of `source` into `<folder>/promptsieve`. Files that an earlier call put there and that `source`
 * no longer has are removed; files of anybody else stay.
 *
 * @param {string} source folder
 * @param {string} folder is made where it is missing
 * @returns {string} where the files are
 * @throws {Error} whose message says what is wrong with which path
 */
export function copyAssets(source, folder) {
	if (!existsSync(source)) throw new Error(`${source} is missing; install the package again.`);
	const target = join(resolve(folder), "promptsieve");
	refuseOverlap(source, target);
	makeFolder(resolve(folder));
	makeFolder(target);
	const files = filesBelow(source, "");
	const earlier = readList(target);
	// Whenever this run ends, the next one knows of all files that may be there.
	writeList(target, [...new Set([...earlier, ...files])]);
	for (const file of files) copyFile(join(source, file), join(target, file));
	const current = new Set(files);
	for (const file of earlier) if (!current.has(file)) removeFile(target, file);
	writeList(target, files);
	return target;
}

/** @param {string} source @param {string} target */
function refuseOverlap(source, target) {
	const own = realPath(source) + sep;
	const other = realPath(target) + sep;
	if (own.startsWith(other) || other.startsWith(own))
		throw new Error(`${target} is where the package's own files lie; name a folder of your app.`);
}

/** The path without links, also of what is not there yet. @param {string} path @returns {string} */
function realPath(path) {
	try {
		return realpathSync.native(path);
	} catch (error) {
		const parent = dirname(path);
		if (!isAbsent(error) || parent === path) throw error;
		return join(realPath(parent), basename(path));
	}
}

/** Step by step: Node's own recursive way never ends in folders like /proc. @param {string} path */
function makeFolder(path) {
	const stats = statsOf(path);
	if (stats?.isDirectory()) return;
	if (stats) throw new Error(`${path} is not a folder.`);
	if (dirname(path) !== path) makeFolder(dirname(path));
	mkdirSync(path);
}

/** @param {string} path @returns {import("node:fs").Stats | undefined} undefined: it can only be made, if at all */
function statsOf(path) {
	try {
		return statSync(path);
	} catch (error) {
		if (isAbsent(error)) return undefined;
		throw error;
	}
}

/** @param {string} folder @param {string} below path with "/", ends with it unless it is empty @returns {string[]} */
function filesBelow(folder, below) {
	return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? filesBelow(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`],
	);
}

/** Takes the place of whatever file was there, a link or a pipe, too, at once. @param {string} from @param {string} to */
function copyFile(from, to) {
	makeFolder(dirname(to));
	replaceFile(to, (path) => copyFileSync(from, path));
}

/** @param {string} path @param {(path: string) => void} write makes the file */
function replaceFile(path, write) {
	const unfinished = `${path}.${process.pid}.unfinished`;
	try {
		write(unfinished);
		renameSync(unfinished, path);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
}

/** And the folders that are empty then. @param {string} target @param {string} file */
function removeFile(target, file) {
	// A folder or a link has taken its place.
	if (!lstatSync(join(target, file), { throwIfNoEntry: false })?.isFile()) return;
	rmSync(join(target, file));
	for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) {
		try {
			rmdirSync(join(target, folder));
		} catch {
			// Somebody else's files are in it, or it is gone already.
			return;
		}
	}
}

/** @param {string} target @returns {string[]} what an earlier run copied there; nothing that lies elsewhere */
function readList(target) {
	const path = join(target, listName);
	if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return [];
	try {
		const list = JSON.parse(readFileSync(path, "utf8"));
		return list.filter((/** @type {unknown} */ file) => typeof file === "string" && isBelow(file));
	} catch {
		// Not a list of ours: nothing is known of an earlier run.
		return [];
	}
}

/** @param {string} file */
function isBelow(file) {
	return file
		.split("/")
		.every((name) => name !== "" && name !== "." && name !== ".." && !/[\\:\0]/.test(name));
}

/** @param {string} target @param {string[]} files */
function writeList(target, files) {
	const text = `${JSON.stringify(files.toSorted(), null, "\t")}\n`;
	replaceFile(join(target, listName), (path) => writeFileSync(path, text));
}

/** Of what lies below a file, too: that file is refused where a folder is made of it. @param {unknown} error */
function isAbsent(error) {
	return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
