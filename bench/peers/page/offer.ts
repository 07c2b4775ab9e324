// What both pages do around their engine, so that nothing but the engine differs.
import type { EnginePage, FirstResult, FirstVisit, PeerPageFunctions, Shown } from "../page-functions.ts";
import { watchLongTasks } from "./long-tasks.ts";

declare global {
	/** Set before the page's scripts by the runner. */
	var firstVisit: FirstVisit | undefined;
	/** What became of it. */
	var firstResult: Promise<FirstResult> | undefined;
}

/** Offers the engine to the runner as `globalThis.bench`. */
export function offer(engine: EnginePage): void {
	const result = document.body.appendChild(document.createElement("pre"));

	/** Resolves once the result has been painted. */
	async function paint(text: string): Promise<void> {
		result.textContent = text;
		await new Promise((resolve) => requestAnimationFrame(resolve));
		// The next task comes after the frame.
		await new Promise((resolve) => setTimeout(resolve));
	}

	const functions: PeerPageFunctions = {
		async open(request) {
			const began = performance.now();
			const { threads } = await engine.open(request);
			return { threads, loadMs: performance.now() - began };
		},

		async time(text, rate) {
			const began = performance.now();
			const compressed = await engine.compress(text, rate);
			const took = performance.now() - began;
			if (compressed.length === 0) throw new Error("The result is empty.");
			return took;
		},

		async show(text, rate): Promise<Shown> {
			const watch = await watchLongTasks();
			const began = performance.now();
			await paint(await engine.compress(text, rate));
			return { paintedMs: performance.now() - began, longTaskMs: await watch.end() };
		},
	};
	Object.assign(globalThis, { bench: functions });

	const visit = globalThis.firstVisit;
	if (visit) globalThis.firstResult = visitFirst(visit);

	async function visitFirst({ text, ...request }: FirstVisit): Promise<FirstResult> {
		const { threads } = await engine.open(request);
		await paint(await engine.compress(text, 0.5));
		return { milliseconds: performance.now(), threads };
	}
}
