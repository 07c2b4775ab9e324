// The packed library's types in a project that has nothing but them, checked to the last declaration file.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { installPackage } from "./package-app.ts";

const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

let project = "";

test.beforeAll(() => {
	project = installPackage();
	writeFileSync(
		join(project, "use.mts"),
		`import { type Compressor, CompressorError, createCompressor } from "promptsieve";
		const compressor: Compressor = createCompressor({ device: "wasm", worker: () => new Worker("worker.js") });
		export const tokens: number = (await compressor.compress("a", { rate: 0.5 })).keptTokens;
		// @ts-expect-error: a share is a number
		await compressor.compress("a", { rate: "half" });
		export const code: string = new CompressorError("aborted", "stopped").code;\n`,
	);
});

test.afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

for (const [resolution, module] of [
	["bundler", "esnext"],
	["node16", "node16"],
] as const) {
	test(`resolve with moduleResolution ${resolution}, and need no other package`, () => {
		const flags = [
			"--noEmit",
			"--listFiles",
			"--strict",
			"--target",
			"es2022",
			"--lib",
			"es2022,dom",
			"--ignoreConfig",
		];
		const resolve = ["--moduleResolution", resolution, "--module", module];
		const { stdout, status } = spawnSync(process.execPath, [compiler, ...flags, ...resolve, "use.mts"], {
			cwd: project,
			encoding: "utf8",
		});
		const isOwn = (file: string) => file.includes("/node_modules/promptsieve/") || file.endsWith("use.mts");
		const lines = stdout.trim().split("\n");
		expect(lines.filter((line) => !isOwn(line) && !line.includes("/typescript/lib/"))).toEqual([]);
		expect(lines.filter(isOwn).length).toBeGreaterThan(10);
		expect(status).toBe(0);
	});
}
