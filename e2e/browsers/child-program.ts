// A program that runs beside the tests: what it prints, and its end together with whatever it has started.
import type { ChildProcess } from "node:child_process";

export interface ChildProgram {
	/** All that it has printed so far. */
	readonly output: string;
	readonly ended: boolean;
	/** Waits until it has printed something like this; rejects when it ends before. */
	says(pattern: RegExp): Promise<RegExpExecArray>;
	end(): Promise<void>;
}

/** @param child started with `detached: true`: a group of its own, which ends together. */
export function programOf(child: ChildProcess): ChildProgram {
	let output = "";
	const listeners = new Set<() => void>();
	const read = (chunk: Buffer) => {
		output += String(chunk);
		for (const listener of listeners) listener();
	};
	child.stdout?.on("data", read);
	child.stderr?.on("data", read);
	let ended = false;
	const end = new Promise<void>((resolve) => {
		const finish = (error?: unknown) => {
			if (error instanceof Error) output += error.message;
			ended = true;
			for (const listener of listeners) listener();
			resolve();
		};
		child.once("error", finish);
		child.once("close", () => finish());
	});
	return {
		get output() {
			return output;
		},
		get ended() {
			return ended;
		},
		says: (pattern) =>
			new Promise((resolve, reject) => {
				const look = () => {
					const found = pattern.exec(output);
					if (!found && !ended) return;
					listeners.delete(look);
					if (found) resolve(found);
					else reject(new Error(`${child.spawnfile} ended: ${output}`));
				};
				listeners.add(look);
				look();
			}),
		async end() {
			if (child.pid !== undefined && !ended) process.kill(-child.pid, "SIGKILL");
			await end;
		},
	};
}
