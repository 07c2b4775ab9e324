// What the tests of the stored page share: a browser profile on disk, whose HTTP cache holds the model as a
// person's does, and a second version of the built page.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { type RecordingServer, type ServerOptions, serveRecorded } from "./recording-server.ts";

export const pageFolder = "dist/page";

/** A new profile, with the clipboard allowed; removed after `use`. */
export async function withProfile(use: (context: BrowserContext) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "promptsieve-profile-"));
	const { launchOptions, viewport } = test.info().project.use;
	const context = await chromium.launchPersistentContext(folder, {
		...launchOptions,
		viewport: viewport ?? null,
		serviceWorkers: "allow",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	try {
		await use(context);
	} finally {
		await context.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

export async function openAt(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await expect(page.locator("#device-badge")).toHaveAttribute("data-state", "ready");
}

/** Waits until the page says that it opens without a network. */
export async function kept(page: Page): Promise<void> {
	await expect(page.locator("#offline-state")).toHaveText("Opens without a network too.");
}

/** What the page says of the device, e.g. `"WASM, 2 threads"`. */
export const device = (page: Page): Promise<string | null> => page.locator("#device-badge").textContent();

/** Somebody whose browser has stored the page at the first visit. */
export interface Visitor {
	/** Has served the page so far. */
	readonly server: RecordingServer;
	/** Of the page. */
	readonly url: string;
	readonly context: BrowserContext;
	readonly page: Page;
	/** The page's as it was stored. */
	readonly title: string;
}

/** A first visit to the built page, in a new profile. */
export async function withVisitor(
	use: (visitor: Visitor) => Promise<void>,
	options: ServerOptions = {},
): Promise<void> {
	const server = await serveRecorded(pageFolder, options);
	const url = server.origin + (options.below ?? "");
	try {
		await withProfile(async (context) => {
			const page = await context.newPage();
			await openAt(page, url);
			await kept(page);
			await use({ server, url, context, page, title: await page.title() });
		});
	} finally {
		await server.stop();
	}
}

/** From now on the server has a page with another title. */
export function serveNewVersion({ replaced }: RecordingServer, title: string): void {
	const html = readFileSync(join(pageFolder, "index.html"));
	const script = readFileSync(join(pageFolder, "service-worker.js"), "utf8");
	const newHtml = Buffer.from(String(html).replace(/<title>.*?<\/title>/, `<title>${title}</title>`));
	expect(script).toContain(hashOf(html));
	replaced.set("index.html", newHtml);
	replaced.set("service-worker.js", Buffer.from(script.replace(hashOf(html), hashOf(newHtml))));
}

function hashOf(content: Buffer): string {
	return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
