// An engine in a process of its own that reads a line of JSON for each command and answers with one.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "../../scripts/run-command.js";

/**
 * @typedef {{ seconds: number, peakBytes: number | null }} Answer of every command
 * @typedef {{ loadSeconds: number, threads: number }} Loaded what the first line says
 */

/**
 * @param {"promptsieve-native" | "llmlingua-python"} engine
 * @param {string} program
 * @param {readonly string[]} args the process loads its model at once and says so in its first line
 * @param {string} dtype
 * @returns {Promise<import("./engine-shape.ts").OpenEngine>}
 */
export async function openChildEngine(engine, program, args, dtype) {
	const child = spawn(program, args, { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
	let complaints = "";
	child.stderr.setEncoding("utf8").on("data", (text) => {
		complaints = (complaints + text).slice(-4000);
	});
	const ended = new Promise((_, reject) => {
		child.once("error", reject);
		child.once("close", () => reject(new Error(lastError(complaints))));
	});
	// Nobody waits for it between two commands.
	ended.catch(() => {});
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

	/** @returns {Promise<Loaded & Answer>} */
	async function nextAnswer() {
		for (;;) {
			const { value, done } = await /** @type {Promise<IteratorResult<string>>} */ (
				Promise.race([lines.next(), ended])
			);
			if (done) await ended;
			if (!value.startsWith("{")) continue;
			const answer = JSON.parse(value);
			if (answer.error) throw new Error(answer.error);
			return answer;
		}
	}

	/** @type {number | null} */
	let peakBytes = null;
	try {
		const { loadSeconds, threads } = await nextAnswer();
		return {
			engine,
			device: "cpu",
			dtype,
			threads,
			loadSeconds,
			downloadBytes: null,
			async compress(text, rate) {
				child.stdin.write(`${JSON.stringify({ text, rate })}\n`);
				const answer = await nextAnswer();
				peakBytes = answer.peakBytes;
				return answer.seconds;
			},
			peakBytes: async () => peakBytes,
			async close() {
				child.kill();
				await ended.catch(() => {});
			},
		};
	} catch (error) {
		child.kill();
		throw error;
	}
}

/** The error's message in what a Python or Node process has complained of. @param {string} text */
function lastError(text) {
	const lines = text.trim().split("\n");
	return (
		lines.findLast((line) => /\w*Error\b.*: /.test(line))?.trim() ?? (lines.at(-1) || "the process ended")
	);
}
