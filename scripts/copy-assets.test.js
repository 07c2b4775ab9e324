// `promptsieve assets`: what it copies, removes, leaves alone and refuses.
import { execFileSync, spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyAssets, listName } from "../bin/copy-assets.js";

let root = "";
let source = "";
let app = "";
beforeEach(() => {
	root = realpathSync(mkdtempSync(join(tmpdir(), "promptsieve-assets-")));
	source = join(root, "package/dist/lib/promptsieve");
	app = join(root, "app");
	write(source, { "worker.js": "1", "ort/a.wasm": "a1", "models/embedded/model.onnx": "m1" });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** @param {string} folder @param {Record<string, string>} files */
function write(folder, files) {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

/** @param {string} folder @returns {Record<string, string>} */
function read(folder) {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
		each.isFile(),
	);
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

/** What was copied, but for the list of it. @returns {Record<string, string>} */
function copied() {
	const { [listName]: list, ...files } = read(join(app, "promptsieve"));
	expect(list).toBeDefined();
	return files;
}

/** A later version: one file is another, one is new, two are gone. */
function release() {
	rmSync(source, { recursive: true });
	write(source, { "worker.js": "2", "ort/b.wasm": "b2" });
	return { "worker.js": "2", "ort/b.wasm": "b2" };
}

it("copies everything into a folder that it makes, and again over itself", () => {
	for (const _ of [1, 2]) {
		expect(copyAssets(source, join(app, "deep/er"))).toBe(join(app, "deep/er/promptsieve"));
		const { [listName]: list, ...files } = read(join(app, "deep/er/promptsieve"));
		expect(files).toEqual(read(source));
		expect(JSON.parse(list ?? "")).toEqual(["models/embedded/model.onnx", "ort/a.wasm", "worker.js"]);
	}
});

it("removes what an earlier version put there, with its folders, and nothing else", () => {
	copyAssets(source, app);
	const own = { "notes.md": "mine", "models/mine/model.onnx": "mine", "ort/own.wasm": "mine" };
	write(join(app, "promptsieve"), own);
	const files = release();
	copyAssets(source, app);
	expect(copied()).toEqual({ ...own, ...files });
	expect(existsSync(join(app, "promptsieve/models/embedded"))).toBe(false);
});

it("knows after a run that failed midway what that one copied", () => {
	copyAssets(source, app);
	write(source, { "new.js": "n", "z/blocked": "z" });
	write(join(app, "promptsieve"), { "z/blocked/by-a-folder": "mine" });
	expect(() => copyAssets(source, app)).toThrow(/blocked/);
	expect(copied()["new.js"]).toBe("n");
	const files = release();
	copyAssets(source, app);
	expect(copied()).toEqual({ ...files, "z/blocked/by-a-folder": "mine" });
});

it.each([
	[
		"names files elsewhere",
		JSON.stringify(["../keep.txt", "/etc/keep", "a/../../keep.txt", "C:\\keep", 5, "worker.js"]),
	],
	["is no list", '{"worker.js": 1}'],
	["is no JSON", "worker.js"],
])("trusts no list that %s", (_, list) => {
	write(app, { "keep.txt": "mine", [`promptsieve/${listName}`]: list });
	const files = release();
	copyAssets(source, app);
	expect(copied()).toEqual(files);
	expect(readFileSync(join(app, "keep.txt"), "utf8")).toBe("mine");
});

it("writes into no file that a link or a pipe leads to", () => {
	const target = join(app, "promptsieve");
	write(app, { "keep.txt": "mine", "promptsieve/own.txt": "mine" });
	symlinkSync(join(app, "keep.txt"), join(target, "worker.js"));
	execFileSync("sh", ["-c", `mkfifo "$0"`, join(target, listName)]);
	copyAssets(source, app);
	expect(readFileSync(join(app, "keep.txt"), "utf8")).toBe("mine");
	expect(copied()).toEqual({ ...read(source), "own.txt": "mine" });
});

describe("refuses, and leaves everything as it is,", () => {
	it.each([
		["its own source", "package/dist/lib"],
		["a folder in it", "package/dist/lib/promptsieve/new/deep"],
		["a folder around it", "package/../elsewhere"],
		["its own source by way of a link", "linked"],
	])("%s", (_, folder) => {
		// An installed package is itself in a folder promptsieve.
		mkdirSync(join(root, "elsewhere"));
		symlinkSync(join(root, "package"), join(root, "elsewhere/promptsieve"));
		symlinkSync(dirname(source), join(root, "linked"));
		const before = read(root);
		expect(() => copyAssets(source, join(root, folder))).toThrow(/where the package's own files lie/);
		expect(read(root)).toEqual(before);
		expect(existsSync(join(source, "new"))).toBe(false);
	});

	it("what is no folder, or below it", () => {
		write(app, { file: "mine", "taken/promptsieve": "mine" });
		for (const [folder, wrong] of [
			["file", "file"],
			["file/deep", "file"],
			["taken", "taken/promptsieve"],
		]) {
			expect(() => copyAssets(source, join(app, folder ?? ""))).toThrow(
				`${join(app, wrong ?? "")} is not a folder.`,
			);
		}
		expect(read(app)).toEqual({ file: "mine", "taken/promptsieve": "mine" });
	});

	it("a package without files", () => {
		expect(() => copyAssets(join(root, "nothing"), app)).toThrow(
			/nothing is missing; install the package again/,
		);
		expect(existsSync(app)).toBe(false);
	});
});

it.each(["/proc", "/proc/self/net/x", "/sys/kernel", "/dev/null", "/dev/null/x", `/tmp/${"x".repeat(300)}`])(
	"says at once that nothing can be written to %s, in one line",
	(folder) => {
		const script = `
			import { copyAssets } from ${JSON.stringify(new URL("../bin/copy-assets.js", import.meta.url).href)};
			try { copyAssets(process.argv[1], process.argv[2]); } catch (error) { console.error(error.message); process.exit(1); }`;
		const args = ["--input-type=module", "--eval", script, source, folder];
		const run = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 30_000 });
		expect(run).toMatchObject({ status: 1, signal: null });
		expect(run.stderr.trim().split("\n")).toHaveLength(1);
	},
);
