// What goes wrong: a model file that is missing, a wrong answer or cut short; a scoring that is cancelled.
import { readFile } from "node:fs/promises";
import { expect, type Route, test } from "@playwright/test";
import { longText, meeting, newPage, openPage, paste, resultText, scored } from "./page-app.ts";

const modelFile = /\/models\/embedded\/.*\.onnx$/;

const failures: Record<string, (route: Route) => Promise<void>> = {
	"is missing": (route) => route.fulfill({ status: 404, body: "not found" }),
	"is a server's HTML page": (route) =>
		route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Not the model</title>" }),
	"is cut short": async (route) => {
		const file = await readFile(`dist/page${new URL(route.request().url()).pathname}`);
		await route.fulfill({ contentType: "application/octet-stream", body: file.subarray(0, 1_000_000) });
	},
};

for (const [name, fail] of Object.entries(failures)) {
	test(`a model file that ${name} is named, the text stays, and trying again works`, async ({ browser }) => {
		const page = await newPage(browser);
		await page.route(modelFile, fail);
		await page.goto("/");
		const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
		await expect(alert).toContainText("/models/embedded/");
		await expect(alert).toContainText(".onnx");
		// A new text tries again by itself, and fails again.
		await paste(page, meeting);
		await expect(page.locator("#progress")).toBeHidden();
		await expect(alert).toBeVisible();
		await expect(page.locator("#source-text")).toHaveValue(meeting);
		// In a low window too the whole of it is seen, and nothing is cut off below it.
		await page.setViewportSize({ width: 1366, height: 657 });
		await expect(page.getByRole("button", { name: "Try again" })).toBeInViewport({ ratio: 1 });
		await expect(page.locator("#empty-result")).toBeHidden();
		const room = await page.locator("#workbench").evaluate((main) => main.scrollHeight - main.clientHeight);
		expect(room).toBe(0);
		await page.unroute(modelFile);
		await page.getByRole("button", { name: "Try again" }).click();
		await scored(page);
		await expect(alert).toBeHidden();
		expect((await resultText(page)).length).toBeLessThan(meeting.length);
		await page.context().close();
	});
}

test("without its token counter the page says so and shows no progress; trying again works", async ({
	browser,
}) => {
	const page = await newPage(browser);
	const counter = /\/o200k_base-.*\.js$/;
	await page.route(counter, (route) => route.fulfill({ status: 404, body: "not found" }));
	await page.goto("/");
	const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
	await expect(alert).toContainText("token counter");
	await paste(page, meeting);
	await expect(page.locator("#progress")).toBeHidden();
	await expect(alert).toContainText("token counter");
	await page.unroute(counter);
	await page.getByRole("button", { name: "Try again" }).click();
	await scored(page);
	await expect(page.locator("#device-badge")).toHaveAttribute("data-state", "ready");
	await page.context().close();
});

test("a long scoring shows its parts and can be cancelled; a new text is then read", async ({ browser }) => {
	const page = await newPage(browser);
	await openPage(page);
	await paste(page, longText);
	await expect(page.locator("#progress-text")).toHaveText(/part \d+ of \d+/);
	await page.getByRole("button", { name: "Cancel" }).click();
	await expect(page.locator("#failure")).toContainText("Cancelled");
	await expect(page.getByRole("button", { name: "Read the text" })).toBeFocused();
	await expect(page.locator("#source-text")).toHaveValue(longText);
	await paste(page, meeting);
	await scored(page);
	await expect(page.locator("#failure")).toBeHidden();
	expect((await resultText(page)).length).toBeLessThan(meeting.length);
	await page.context().close();
});

test("a paste of a megabyte goes to the review in portions, and the page stays usable", async ({
	browser,
}) => {
	const page = await newPage(browser);
	await openPage(page);
	const text = longText.repeat(8);
	await paste(page, text);
	await expect(page.getByRole("tab", { name: "Review" })).toHaveAttribute("aria-selected", "true");
	await expect(page.locator("#review .block").first()).toContainText("Part 1.");
	await page.getByRole("button", { name: "Cancel" }).click();
	await expect(page.locator("#failure")).toContainText("Cancelled");
	const blocks = await page.locator("#review .block").count();
	const more = page.getByRole("button", { name: /^Show more: [\d,]+ characters follow$/ });
	await more.click();
	expect(await page.locator("#review .block").count()).toBeGreaterThan(blocks);
	expect(await page.locator("#source-text").inputValue()).toBe(text);
	await page.context().close();
});

test("a text too long to store is said to be so, and the page goes on", async ({ browser }) => {
	const page = await newPage(browser);
	await openPage(page);
	await page.evaluate(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException("full", "QuotaExceededError");
		};
	});
	await paste(page, meeting);
	await expect(page.getByRole("alert").filter({ hasText: "cannot store" })).toBeVisible();
	await scored(page);
	await page.context().close();
});
