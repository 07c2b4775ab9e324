// The browsers, each started once, when a test first asks for it.
import { test as base } from "@playwright/test";
import { Driver } from "./driver.ts";
import { startFirefox } from "./firefox.ts";
import { startWebKitGtk } from "./webkit-gtk.ts";

const starters = {
	Firefox: () => startFirefox(process.env.PROMPTSIEVE_FIREFOX ?? "firefox-esr"),
	WebKitGTK: () =>
		startWebKitGtk({
			driver: process.env.PROMPTSIEVE_WEBKIT_DRIVER ?? "WebKitWebDriver",
			display: process.env.PROMPTSIEVE_XVFB ?? "Xvfb",
		}),
};

export type BrowserName = keyof typeof starters;
export const browserNames: readonly BrowserName[] = ["Firefox", "WebKitGTK"];

type Drive = (name: BrowserName) => Promise<Driver>;

export const test = base.extend<object, { drive: Drive }>({
	drive: [
		// biome wants a pattern here, Playwright reads from it what the fixture needs: nothing.
		async ({ playwright: _ }, use) => {
			const started = new Map<BrowserName, Promise<Driver>>();
			await use((name) => {
				const driver = started.get(name) ?? starters[name]().then((transport) => new Driver(transport));
				started.set(name, driver);
				return driver;
			});
			for (const driver of started.values()) await driver.then((found) => found.quit());
		},
		{ scope: "worker" },
	],
});
