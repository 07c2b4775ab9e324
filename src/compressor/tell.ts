// Listeners that callers give: what they throw stops nothing, neither a call nor a server's process.

/** Calls a listener if there is one; what it throws, or what a promise of it rejects with, is reported. */
export function tell<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
	try {
		const answer: unknown = listener?.(event);
		Promise.resolve(answer).catch(report);
	} catch (error) {
		report(error);
	}
}

/** A page's `error` event hears of it like of any uncaught error; a server would end at one, so it is logged there. */
function report(error: unknown): void {
	if (typeof reportError === "function" && !isServer()) reportError(error);
	else console.error("promptsieve: a listener failed.", error);
}

/** Node, and what takes its place: Deno ends at a reported error, too. */
function isServer(): boolean {
	const { process } = globalThis as { process?: { versions?: { node?: string } } };
	return process?.versions?.node !== undefined;
}
