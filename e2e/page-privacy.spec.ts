// The text stays here: no request to anywhere else, none at all once the page is ready, and it works offline.
import { expect, test } from "@playwright/test";
import { meeting, newPage, openPage, paste, resultText, scored, setAmount } from "./page-app.ts";

test("no request leaves the origin, and after the first result there is none at all", async ({
	browser,
	baseURL,
}) => {
	const page = await newPage(browser);
	const requests: string[] = [];
	const violations: string[] = [];
	page.context().on("request", (request) => requests.push(request.url()));
	page.on("console", (message) => {
		if (/Content Security Policy|violates/i.test(message.text())) violations.push(message.text());
	});
	await openPage(page);
	await paste(page, meeting);
	await scored(page);
	expect(requests.length).toBeGreaterThan(5);
	// Without a GPU the small build of the runtime is enough.
	expect(requests.filter((url) => url.includes("/ort/")).length).toBeGreaterThan(0);
	expect(requests.filter((url) => url.includes("asyncify"))).toEqual([]);
	expect(requests.filter((url) => new URL(url).origin !== new URL(baseURL ?? "").origin)).toEqual([]);
	expect(violations).toEqual([]);

	requests.length = 0;
	await page.context().setOffline(true);
	await setAmount(page, 30);
	await paste(page, `${meeting}\n\nOne more sentence, written without a network.`);
	await page.getByRole("textbox", { name: /^Question/ }).fill("What was written without a network?");
	await page.keyboard.press("Enter");
	await scored(page);
	expect(await resultText(page)).not.toBe("");
	await page.getByRole("button", { name: "Samples" }).click();
	await page.getByRole("button", { name: "Meeting transcript", exact: true }).click();
	await expect(page.locator("#source-text")).toHaveValue(/Harbour Market/);
	await page.getByRole("button", { name: "Copy" }).click();
	expect(requests).toEqual([]);
	await page.context().close();
});
