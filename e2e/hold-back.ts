// From this machine a file arrives within a blink: tests of what is seen meanwhile hold it back.
import type { Page } from "@playwright/test";

/** Requests for the path wait until the function that comes back is called. */
export async function holdBack(page: Page, path: RegExp): Promise<() => void> {
	let letGo = () => {};
	const free = new Promise<void>((resolve) => {
		letGo = resolve;
	});
	await page.route(path, async (route) => {
		await free;
		await route.continue();
	});
	return letGo;
}
