// A page of Chromium as a person's is: Playwright makes all of its own pages believe that they are in front, and such a
// page is never hidden, nor frozen. Spoken to by the DevTools protocol itself.
import type { Browser, CDPSession } from "@playwright/test";

export interface BarePage {
	/** Opens the address; resolves when it is loaded. */
	goto(url: string): Promise<void>;
	/** One page back. Resolves when that page is loaded anew, or there as it was. */
	goBack(): Promise<void>;
	/** Runs a function in the page; arguments and result cross as JSON. */
	evaluate<Result, Values extends readonly unknown[]>(
		inPage: (...values: Values) => Result | Promise<Result>,
		...values: Values
	): Promise<Result>;
	/** A command of the protocol, to this page. */
	send(method: string, params?: object): Promise<unknown>;
	/** Brings it to the front of its window; those that were there are hidden. */
	bringToFront(): Promise<void>;
}

interface Answer {
	readonly id?: number;
	readonly method?: string;
	readonly result?: unknown;
	readonly error?: { readonly message: string };
}

interface Evaluated {
	readonly result: { readonly value: unknown };
	readonly exceptionDetails?: {
		readonly text: string;
		readonly exception?: { readonly description?: string };
	};
}

/** Opens empty pages, tabs of one window; all end with the browser. */
export async function openBarePages(browser: Browser, count: number): Promise<BarePage[]> {
	const session = await browser.newBrowserCDPSession();
	// Of a context that Playwright does not know: it lets go of its pages.
	const { browserContextId } = await session.send("Target.createBrowserContext");
	const pages: BarePage[] = [];
	for (let at = 0; at < count; at++) {
		const { targetId } = await session.send("Target.createTarget", { url: "about:blank", browserContextId });
		pages.push(await attach(session, targetId));
	}
	return pages;
}

async function attach(session: CDPSession, targetId: string): Promise<BarePage> {
	const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
	const waiting = new Map<number, (answer: Answer) => void>();
	const listeners = new Set<(method: string) => void>();
	session.on("Target.receivedMessageFromTarget", (event) => {
		if (event.sessionId !== sessionId) return;
		const answer: Answer = JSON.parse(event.message);
		if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
		else for (const listener of listeners) listener(answer.method ?? "");
	});
	let last = 0;
	const send = async (method: string, params: object = {}): Promise<unknown> => {
		last += 1;
		const id = last;
		const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
		const message = JSON.stringify({ id, method, params });
		await session.send("Target.sendMessageToTarget", { sessionId, message });
		const { result, error } = await answer;
		waiting.delete(id);
		if (error) throw new Error(`${method}: ${error.message}`);
		return result;
	};
	const heard = (method: string) =>
		new Promise<void>((resolve) => {
			const listener = (other: string) => {
				if (other !== method) return;
				listeners.delete(listener);
				resolve();
			};
			listeners.add(listener);
		});
	const evaluate: BarePage["evaluate"] = async (inPage, ...values) => {
		const expression = `(${inPage})(...${JSON.stringify(values)})`;
		const params = { expression, awaitPromise: true, returnByValue: true };
		const { result, exceptionDetails } = (await send("Runtime.evaluate", params)) as Evaluated;
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value as Awaited<ReturnType<typeof inPage>>;
	};
	await send("Page.enable");
	return {
		send,
		evaluate,
		async goto(url) {
			const loaded = heard("Page.loadEventFired");
			await send("Page.navigate", { url });
			await loaded;
		},
		async goBack() {
			const { currentIndex, entries } = (await send("Page.getNavigationHistory")) as {
				currentIndex: number;
				entries: readonly { id: number }[];
			};
			const arrived = heard("Page.frameNavigated");
			await send("Page.navigateToHistoryEntry", { entryId: entries[currentIndex - 1]?.id });
			await arrived;
			await evaluate(
				() =>
					document.readyState === "complete" ||
					new Promise((resolve) => addEventListener("load", resolve, { once: true })).then(() => true),
			);
		},
		async bringToFront() {
			await session.send("Target.activateTarget", { targetId });
		},
	};
}
