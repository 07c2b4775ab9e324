// Where each of the package's own files lies. This is the repository's version, for Vite and the tests; the
// package has its own in place of it, with a URL per file that bundlers can read (scripts/package-files.js).
import bundledWorker from "../../worker/main.ts?worker&url";

/** Path below the package's folder (`worker.js`, `ort/…`, `models/embedded/…`) → absolute URL. */
export const packageFiles: Readonly<Record<string, () => string>> = {
	"worker.js": () => new URL(bundledWorker, import.meta.url).href,
};

/** Absolute URL of the folder, with a trailing slash; of use for files that `packageFiles` lacks. */
export const packageFolder = (): string => new URL(root, import.meta.url).href;

/** Whether the worker lies with the other files, so that `assetsUrl` holds for it too. Here Vite bundles it. */
export const workerLiesInFolder: boolean = false;

// Not written inside `new URL(…, import.meta.url)`: bundlers would take the folder for a file to copy.
const root = "../../";
