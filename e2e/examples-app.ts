// The examples of examples/ as their readers run them: their own commands, with the library as it is packed.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";

const root = fileURLToPath(new URL("..", import.meta.url));
export const examplesFolder = join(root, "examples");

/** Programs are quiet about anything but the example; nothing is sent to Next.js' maker. */
const { FORCE_COLOR: _, ...inherited } = process.env;
const env = { ...inherited, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };

/** Installs what is missing, and the packed library anew if it has changed. */
export function installExamples(): void {
	execFileSync(process.execPath, ["scripts/install-examples.js"], { cwd: root, stdio: "inherit" });
}

/** Runs a script of an example's package.json to its end and returns what it prints. */
export function runExample(name: string, script: string): string {
	const cwd = join(examplesFolder, name);
	// What it says on the way is told with the error, if there is one.
	return execFileSync("npm", ["run", "--silent", script], { cwd, env, encoding: "utf8", stdio: "pipe" });
}

/** Vite takes no port from the environment. */
function portArguments(folder: string, script: string): readonly string[] {
	const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	return String(scripts[script]).startsWith("vite") ? ["--", "--port", "0"] : [];
}

const running: (() => Promise<void>)[] = [];

/** Ends whatever {@link startExample} has started, also where a test has failed. */
export async function endExamples(): Promise<void> {
	await Promise.all(running.splice(0).map((end) => end()));
}

/** Starts a script that serves, on a free port. The origin that it prints comes with a trailing slash. */
export async function startExample(name: string, script: string): Promise<{ readonly origin: string }> {
	const cwd = join(examplesFolder, name);
	const child = spawn("npm", ["run", "--silent", script, ...portArguments(cwd, script)], {
		cwd,
		env: { ...env, PORT: "0" },
		// A group of its own: npm, its shell and the server end together.
		detached: true,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
	running.push(async () => {
		if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
		await ended;
	});
	const origin = await new Promise<string>((resolve, reject) => {
		let output = "";
		const read = (chunk: Buffer) => {
			output += String(chunk);
			const address = /http:\/\/localhost:\d+/.exec(output);
			if (address) resolve(`${address[0]}/`);
		};
		child.stdout.on("data", read);
		child.stderr.on("data", read);
		child.once("close", () => reject(new Error(`${name}: ${output}`)));
	});
	return { origin };
}

/** What a page did that it should not have: errors, and requests to other origins than these. */
export function watch(page: Page, ...origins: readonly string[]): readonly string[] {
	const faults: string[] = [];
	page.on("console", (message) => {
		if (message.type() === "error") faults.push(message.text());
	});
	page.on("pageerror", (error) => faults.push(String(error)));
	page.on("request", (request) => {
		const { origin, protocol } = new URL(request.url());
		if (/^(?:http|ws)s?:$/.test(protocol) && !origins.some((own) => own.startsWith(`${origin}/`))) {
			faults.push(request.url());
		}
	});
	return faults;
}

/** For people who read slowly: long enough to become shorter, and with a number and a negation. */
export const text = `Good evening everyone, and welcome back after what has been, I think, quite a long week for all of
us. As you may remember, the delivery for the shop in Leeds was supposed to arrive on Tuesday, but it turned out that
the driver had been given the address of the old warehouse. Please do NOT reorder the 48 missing boxes before Monday,
because the carrier has told us that they are still looking for them and will most likely bring them on Saturday.`;

/** The text is shorter, made of the source's words in order. */
export function expectShorter(source: string, compressed: string): void {
	expect(compressed).toMatch(/NOT reorder/);
	expect(compressed.length).toBeLessThan(0.75 * source.length);
	let at = 0;
	for (const word of compressed.split(/\s+/)) {
		const found = source.indexOf(word, at);
		expect(found, `"${word}" in order`).toBeGreaterThanOrEqual(at);
		at = found + word.length;
	}
}

/** Both counts are the tokenizer's. */
export function expectCounts(source: string, compressed: string, counts: string): void {
	expect(counts).toBe(`${countTokens(source)} → ${countTokens(compressed)} tokens`);
}
