import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { latestChange } from "./build-page.js";

/** @param {string} path @param {number} seconds */
const setTime = (path, seconds) => utimesSync(path, seconds, seconds);

test("the latest change below a folder is its newest file's or a folder's own", () => {
	const folder = mkdtempSync(join(tmpdir(), "promptsieve-build-"));
	mkdirSync(join(folder, "inner"));
	writeFileSync(join(folder, "inner", "file"), "");
	setTime(join(folder, "inner", "file"), 300);
	setTime(join(folder, "inner"), 200);
	setTime(folder, 100);
	expect(latestChange(folder)).toBe(300_000);

	setTime(join(folder, "inner"), 400);
	expect(latestChange(folder)).toBe(400_000);
});

test("what is not there has never changed", () => {
	expect(latestChange("/nowhere/at/all")).toBe(0);
});
