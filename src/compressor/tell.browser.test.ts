// In a page: the error of a caller's listener is an uncaught one.
import { expect, it } from "vitest";
import { tell } from "./tell.ts";

it.each<[string, () => unknown]>([
	[
		"throws",
		() => {
			throw new Error("a listener's");
		},
	],
	["rejects", () => Promise.reject(new Error("a listener's"))],
])("reports the error of a listener that %s", async (_, listener) => {
	const heard = new Promise<ErrorEvent>((resolve) => {
		const hear = (event: ErrorEvent) => {
			event.preventDefault();
			// Vitest counts what it hears of as a failure.
			event.stopImmediatePropagation();
			resolve(event);
		};
		window.addEventListener("error", hear, { once: true, capture: true });
	});
	tell(listener as () => void, 1);
	expect((await heard).error).toEqual(new Error("a listener's"));
});
