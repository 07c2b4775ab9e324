// A model is chosen in the page: its cost is known before, the one before goes on answering, the person's choices stay,
// and what fails says so. The hub is a fake one with small models (hub-server.ts), as https://huggingface.co or as the
// folder that a person names.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type HubServer, startHub } from "./hub-server.ts";
import {
	meeting,
	newPage,
	openPage,
	openWithText,
	paste,
	resultText,
	scored,
	setAmount,
} from "./page-app.ts";

const id = "atjsh/llmlingua-2-js-tinybert-meetingbank";
const graph = `${id}/onnx/model.onnx`;
const question = "What is the new date of the checkout?";
const badge = (page: Page) => page.locator("#device-badge");
let hub: HubServer;

test.beforeAll(async () => {
	hub = await startHub("e2e/hub");
});
test.afterAll(() => hub.close());

async function faults(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id: rule, nodes }) => nodes.map((node) => `${rule}: ${node.html}`));
}

async function openChooser(page: Page): Promise<void> {
	if (!(await page.locator("#device-details").isVisible())) await badge(page).click();
	await page.getByRole("button", { name: "Choose a model" }).click();
	await expect(page.getByRole("dialog", { name: "Model", exact: true })).toBeVisible();
}

async function chooseFolder(page: Page): Promise<void> {
	await openChooser(page);
	await page
		.getByRole("textbox", { name: "Hub id or folder address" })
		.fill(`${hub.origin}/${id}/resolve/main/`);
	await page.getByRole("button", { name: "Use this model" }).click();
}

const modelFact = (page: Page) => page.locator("#device-facts dt:has-text('Model') + dd");

test.describe("a published model, by keyboard alone", () => {
	test.describe.configure({ mode: "serial" });
	let page: Page;
	let asked: string[];
	let letThrough: () => void = () => {};

	test.beforeAll(async ({ browser }) => {
		page = await newPage(browser, { viewport: { width: 1000, height: 640 } });
		asked = [];
		const gate = new Promise<void>((resolve) => {
			letThrough = resolve;
		});
		await page.route("https://huggingface.co/**", async (route) => {
			const { pathname } = new URL(route.request().url());
			asked.push(`${route.request().method()} ${pathname}`);
			if (pathname.endsWith(".onnx")) await gate;
			await route.fulfill({ response: await route.fetch({ url: hub.origin + pathname }) });
		});
		await openPage(page);
		await paste(page, `${meeting}\n\n`.repeat(6));
		await scored(page);
		await page.getByRole("application").press("Home");
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("k");
		await page.getByRole("button", { name: "Options" }).click();
		await page.getByRole("checkbox", { name: "numbers" }).check();
		await setAmount(page, 30);
		await page.getByRole("textbox", { name: /^Question/ }).fill(question);
		await page.keyboard.press("Enter");
		await scored(page);
	});
	test.afterAll(() => page.context().close());

	test("says what it costs, and asks nobody for anything before it is chosen", async () => {
		await badge(page).focus();
		await page.keyboard.press("Enter");
		await page.keyboard.press("Tab");
		await expect(page.getByRole("button", { name: "Choose a model" })).toBeFocused();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("radio", { name: /^promptsieve embedded/ })).toBeFocused();
		await page.keyboard.press("ArrowDown");
		const radio = page.getByRole("radio", { name: /TinyBERT/ });
		await expect(radio).toBeChecked();
		await expect(radio).toHaveAccessibleName(/57\.1 MB.*English.*licence.unknown.*no.questions/);
		await expect(page.locator("#model-cost")).toHaveText(
			"57.1 MB will be downloaded once from huggingface.co and kept in this browser.",
		);
		expect(await faults(page)).toEqual([]);
		expect(asked).toEqual([]);
	});

	test("while it comes, its bytes are shown and the embedded one reads", async () => {
		await page.keyboard.press("Enter");
		await expect(badge(page)).toBeFocused();
		await expect(badge(page)).toHaveText(/^0\.0 of 57\.1 MB$/);
		await page.keyboard.press("Enter");
		await expect(page.locator("#incoming")).toContainText("LLMLingua-2 TinyBERT is on its way");
		await expect(modelFact(page)).toHaveText("promptsieve embedded");
		expect(await faults(page)).toEqual([]);
		await page.keyboard.press("Escape");

		const before = await resultText(page);
		await page.getByRole("tab", { name: "Edit" }).click();
		await page.locator("#source-text").press("Control+Home");
		await page.keyboard.type("Attention! ");
		await scored(page);
		expect(await resultText(page)).not.toBe(before);
		await expect(page.getByRole("textbox", { name: "Question (optional)" })).toBeEnabled();
	});

	test("it takes over, and every choice of the person's stays as it was", async () => {
		// Nothing that was set, typed or scrolled to may change: the same of before and after.
		const place = () =>
			page.evaluate(() => {
				const text = document.querySelector<HTMLTextAreaElement>("#source-text");
				const shown = (id: string) => document.querySelector<HTMLInputElement>(id)?.value;
				return {
					text: text?.value,
					caret: [text?.selectionStart, text?.selectionEnd],
					focus: document.activeElement?.id,
					scrolls: ["#source-text", "#result", ".workbench"].map(
						(selector) => document.querySelector(selector)?.scrollTop,
					),
					question: shown("#question"),
					amount: [shown("#amount"), shown("#slider")],
					numbers: document.querySelector<HTMLInputElement>("[data-protect=number]")?.checked,
					tab: document.querySelector("[role=tab][aria-selected=true]")?.id,
					pins: localStorage.getItem("promptsieve.pins"),
					slider: document.querySelector("#slider")?.getBoundingClientRect().top,
				};
			});
		await page.locator("#result").evaluate((pane) => pane.scrollTo(0, 60));
		await page.locator("#source-text").evaluate((field: HTMLTextAreaElement) => {
			field.focus();
			field.setSelectionRange(200, 220);
			field.scrollTop = 40;
		});
		await expect.poll(() => page.evaluate(() => localStorage.getItem("promptsieve.pins"))).toContain("keep");
		const before = await place();
		expect(before).toMatchObject({ focus: "source-text", amount: ["30", "30"], numbers: true, question });
		expect(before.scrolls[1]).toBe(60);
		const result = await resultText(page);
		letThrough();
		await expect.poll(() => resultText(page)).not.toBe(result);
		await scored(page);
		expect(await place()).toEqual(before);
		await expect(badge(page)).toHaveText(/^WASM/);
		const field = page.getByRole("textbox", { name: "Question (this model reads none)" });
		await expect(field).toBeDisabled();
		await expect(field).toHaveValue(question);
	});

	test("the choice and the files survive a reload", async () => {
		expect(asked).toContain(`GET /${id}/resolve/main/onnx/model.onnx`);
		asked.length = 0;
		await page.reload();
		await expect(modelFact(page)).toHaveText("LLMLingua-2 TinyBERT");
		await scored(page);
		const again = asked.filter((request) => request.startsWith("GET") && !request.endsWith(".json"));
		expect(again).toEqual([]);
		await expect(page.locator("#device-facts")).toContainText("fp32");
		await expect(page.locator("#device-summary")).toContainText("WASM with");
	});

	test("it is deleted from the browser, and the embedded one reads the question again", async () => {
		await openChooser(page);
		await expect(page.locator("#model-cost")).toContainText("It is in this browser");
		await page.getByRole("button", { name: "Delete LLMLingua-2 TinyBERT from this browser" }).click();
		await expect(page.locator("#model-list")).not.toContainText("in this browser");
		expect(await page.evaluate(() => caches.keys())).toEqual([]);
		await expect(page.getByRole("radio", { name: /TinyBERT/ })).toBeFocused();
		await page.getByRole("radio", { name: /^promptsieve embedded/ }).check();
		await expect(page.locator("#model-cost")).toHaveText("It comes with the page: nothing is downloaded.");
		await page.keyboard.press("Enter");
		await expect(page.getByRole("textbox", { name: "Question (optional)" })).toHaveValue(question);
		await expect(page.getByRole("textbox", { name: "Question (optional)" })).toBeEnabled();
		await scored(page);
	});
});

test.describe("a folder of one's own", () => {
	test.describe.configure({ mode: "serial" });
	let page: Page;
	let result: string;

	test.beforeAll(async ({ browser }) => {
		page = await openWithText(browser);
		result = await resultText(page);
	});
	test.afterAll(() => page.context().close());

	test("that is named wrongly is not asked for", async () => {
		await openChooser(page);
		await page.getByRole("textbox", { name: "Hub id or folder address" }).fill("tinybert");
		await page.keyboard.press("Enter");
		await expect(page.locator("#own-model-error")).toContainText("neither a hub id");
		expect(await faults(page)).toEqual([]);
		await page.keyboard.press("Escape");
		await expect(badge(page)).toBeFocused();
	});

	test("that lacks a file says so; the embedded model stays, and another try works", async () => {
		hub.breakNext(graph, ["missing", "missing", "missing", "missing"]);
		await chooseFolder(page);
		await expect(badge(page)).toHaveText("New model failed");
		expect(await resultText(page)).toBe(result);
		await badge(page).click();
		await expect(page.locator("#incoming-detail")).toContainText("HTTP status 404");
		await expect(page.locator("#incoming-text")).toContainText("promptsieve embedded goes on.");
		await expect(modelFact(page)).toHaveText("promptsieve embedded");
		expect(await faults(page)).toEqual([]);
		hub.breakNext(graph, []);
		await page.getByRole("button", { name: "Try again" }).click();
		await expect(page.locator("#incoming")).toBeHidden();
		await expect(modelFact(page)).toContainText("llmlingua-2-js-tinybert-meetingbank");
		await expect.poll(() => resultText(page)).not.toBe(result);
	});

	test("that stalls lets the model before go on, and can be cancelled", async () => {
		await openChooser(page);
		await page.getByRole("radio", { name: /^promptsieve embedded/ }).check();
		await page.getByRole("button", { name: "Use this model" }).click();
		await expect.poll(() => resultText(page)).toBe(result);
		await openChooser(page);
		await page.getByRole("button", { name: /^Delete .*tinybert/ }).click();
		await page.keyboard.press("Escape");

		hub.breakNext(graph, ["stall"]);
		await chooseFolder(page);
		await expect(badge(page)).toHaveText(/^0\.\d of 0\.3 MB$/);
		await paste(page, `${meeting} And now?`);
		await scored(page);
		await badge(page).click();
		await page.getByRole("button", { name: "Cancel", exact: true }).click();
		await expect(page.locator("#incoming")).toBeHidden();
		await expect(badge(page)).toBeFocused();
		await expect(badge(page)).toHaveText(/^WASM/);
		await expect(modelFact(page)).toHaveText("promptsieve embedded");
		hub.breakNext(graph, []);
	});
});

test("at 360 px the chooser fits, and axe finds nothing in it", async ({ browser }) => {
	const page = await newPage(browser, { viewport: { width: 360, height: 640 } });
	await page.goto("/");
	await openChooser(page);
	await expect(page.locator("#model-use")).toBeInViewport({ ratio: 1 });
	const wide = await page
		.locator("#model-chooser .chooser-body")
		.evaluate((body) => body.scrollWidth - body.clientWidth);
	expect(wide).toBeLessThanOrEqual(0);
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await faults(page)).toEqual([]);
	}
	await page.context().close();
});
