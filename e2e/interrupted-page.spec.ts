// The packed library in a page that its person leaves: in the background, frozen by the browser, left and come back to.
// With the real model, in pages that Playwright does not keep in front (bare-page.ts).
import { type Browser, chromium, expect, test } from "@playwright/test";
import { type BarePage, openBarePages } from "./bare-page.ts";
import { type EnduranceApp, serveEnduranceApp } from "./endurance-app.ts";

/** Another name than the machine's makes the page insecure: without Web Locks, and without threads. */
const insecureHost = "plain.test";

let app: EnduranceApp;
let browser: Browser;

test.beforeAll(async () => {
	app = await serveEnduranceApp(true);
	const { launchOptions } = test.info().project.use;
	browser = await chromium.launch({
		...launchOptions,
		args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`],
		// With which Playwright makes every page as quick as the one in front, and keeps none to come back to.
		ignoreDefaultArgs: [
			"--disable-back-forward-cache",
			"--disable-background-timer-throttling",
			"--disable-backgrounding-occluded-windows",
			"--disable-renderer-backgrounding",
		],
	});
});

test.afterAll(async () => {
	await browser.close();
	await app.close();
});

test.describe.configure({ timeout: 180_000 });

const paragraphs = Array.from(
	{ length: 30 },
	(_, at) =>
		`${at} ${`The server in Oslo moved report ${at * 37} again, and nobody checked the invoice. `.repeat(6)}`,
).join("\n\n");

/** Opens the app and loads the model. */
async function open(page: BarePage, host = "127.0.0.1"): Promise<void> {
	await page.goto(app.origin.replace("127.0.0.1", host));
	await page.evaluate(async () => {
		const heard: string[] = [];
		let workers = 0;
		const worker = () => {
			workers += 1;
			heard.push(`worker ${workers}`);
			return new Worker("./watched-worker.js", { type: "module" });
		};
		const onProgress = ({ stage }: { stage: string }) => {
			if (stage === "score") heard.push("window");
		};
		for (const type of ["freeze", "resume"]) document.addEventListener(type, () => heard.push(type));
		addEventListener("pageshow", ({ persisted }) => heard.push(persisted ? "back" : "shown"));
		// The page's module is there once the page has loaded.
		globalThis.compressor = library.createCompressor({ device: "wasm", worker, onProgress });
		Reflect.set(globalThis, "heard", heard);
		await compressor.load();
	});
}

/** Begins a call of a dozen windows, and waits for none. */
const begin = (page: BarePage) =>
	page.evaluate((text) => {
		Reflect.set(globalThis, "pending", compressor.compress(text, { rate: 0.5 }));
	}, paragraphs);

const ended = (page: BarePage) =>
	page.evaluate(async () => {
		const pending: ReturnType<typeof compressor.compress> = Reflect.get(globalThis, "pending");
		const { keptTokens, rate } = await pending;
		return { keptTokens, rate };
	});

/** What the page has heard since it was asked last: its workers, windows, and what the browser did to it. */
const heardOf = (page: BarePage) =>
	page.evaluate(() => (Reflect.get(globalThis, "heard") as string[]).splice(0));

const compressShort = (page: BarePage) =>
	page.evaluate(async () => {
		const text = "Never restart the database on Friday, whatever the dashboard in Oslo says.";
		return (await compressor.compress(text, { rate: 0.6 })).text;
	});

const answer = expect.stringMatching(/Never restart/);

test("a page in the background ends its call; frozen in the middle of one, it ends it when it is resumed", async () => {
	const [page, front] = await openBarePages(browser, 2);
	if (!page || !front) throw new Error("no pages");
	await page.bringToFront();
	await open(page);
	await front.bringToFront();
	expect(await page.evaluate(() => document.visibilityState)).toBe("hidden");
	expect(await compressShort(page)).toEqual(answer);

	await begin(page);
	await page.send("Page.setWebLifecycleState", { state: "frozen" });
	const before = await heardOf(page);
	expect(before).toContain("freeze");
	// While another page works.
	await open(front);
	expect(await compressShort(front)).toEqual(answer);
	expect(await heardOf(page)).toEqual([]);
	await page.send("Page.setWebLifecycleState", { state: "active" });
	const { keptTokens, rate } = await ended(page);
	expect(keptTokens).toBeGreaterThan(500);
	expect(rate).toBeLessThanOrEqual(0.5);
	const after = await heardOf(page);
	expect(after).toEqual(expect.arrayContaining(["resume", "window"]));
	// One worker did it all.
	expect([...before, ...after].filter((what) => what.startsWith("worker"))).toEqual(["worker 1"]);
	expect(await compressShort(page)).toEqual(answer);
});

for (const [host, has] of [
	["127.0.0.1", "with web locks and threads"],
	[insecureHost, "without"],
] as const) {
	test(`a page left in the middle of a call and come back to goes on where it was, ${has}`, async () => {
		const [page] = await openBarePages(browser, 1);
		if (!page) throw new Error("no page");
		await open(page, host);
		expect(await page.evaluate(() => "locks" in navigator && crossOriginIsolated)).toBe(
			host !== insecureHost,
		);
		await begin(page);
		await page.goto("about:blank");
		await page.goBack();
		const { keptTokens } = await ended(page);
		expect(keptTokens).toBeGreaterThan(500);
		const heard = await heardOf(page);
		expect(heard).toEqual(expect.arrayContaining(["freeze", "resume", "back"]));
		expect(heard.filter((what) => what.startsWith("worker"))).toEqual(["worker 1"]);
		expect(await compressShort(page)).toEqual(answer);
	});
}
