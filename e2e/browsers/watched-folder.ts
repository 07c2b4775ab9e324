// A built folder as it is, but that its pages note what goes wrong in them: classic WebDriver tells nothing of it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveFolder } from "../static-server.ts";

/** A file and no inline script: it runs under the pages' own policies, before all their scripts. */
const recorder = `globalThis.faults = [];
const note = (fault) => globalThis.faults.push(String(fault));
addEventListener("error", ({ message, target }) => {
	// A hint alone. Firefox calls it failed for a module that runs already; a module that is missing fails its import, too.
	if (target.rel !== "modulepreload") note(message ?? "not loaded: " + target.outerHTML);
}, true);
addEventListener("unhandledrejection", ({ reason }) => note(reason));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => note(violatedDirective + " " + blockedURI));
const { error } = console;
console.error = (...values) => { note(values.join(" ")); error.apply(console, values); };
`;

export interface WatchedFolder {
	/** With a trailing slash. */
	readonly origin: string;
	close(): Promise<void>;
}

/**
 * Without the page's service worker: it would store files whose hashes are not those of the build, while the tests run.
 *
 * @param built a folder, absolute
 */
export async function serveWatched(
	built: string,
	{ isolated = true, headers = {} }: { isolated?: boolean; headers?: Readonly<Record<string, string>> } = {},
): Promise<WatchedFolder> {
	const folder = mkdtempSync(join(tmpdir(), "promptsieve-watched-"));
	for (const name of readdirSync(built).filter((file) => file !== "service-worker.js")) {
		if (!name.endsWith(".html")) symlinkSync(join(built, name), join(folder, name));
		else writeFileSync(join(folder, name), watched(readFileSync(join(built, name), "utf8")));
	}
	writeFileSync(join(folder, "record-faults.js"), recorder);
	const server = await serveFolder(folder, isolated, headers);
	return {
		origin: server.origin,
		async close() {
			await server.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function watched(html: string): string {
	const withRecorder = html.replace("<title>", '<script src="./record-faults.js"></script><title>');
	if (withRecorder === html) throw new Error("A page without a title.");
	return withRecorder;
}

/** Runs in the page: what went wrong since it was opened, and what it asked other servers for. */
export function faultsInPage(): string[] {
	const faults: unknown = Reflect.get(globalThis, "faults");
	if (!Array.isArray(faults)) throw new Error("The page is not watched.");
	const requests = performance
		.getEntriesByType("resource")
		.map(({ name }) => name)
		.filter((url) => !url.startsWith(location.origin) && !url.startsWith("data:"));
	return [...faults.map(String), ...requests];
}
