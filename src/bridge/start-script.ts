// From the URL of the worker's script to a running worker, wherever the script lies.
import { CompressorError } from "../core/error.ts";

/** What is used of the browser's Trusted Types API. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string },
	): { createScriptURL(url: string): URL };
}

const wrappers = new Map<string, string>();
let trust: ((url: string) => string | URL) | undefined;

/**
 * Starts a module worker. Browsers refuse a script of another origin, so such a one is imported by a script of
 * the page's own: a `blob:` URL, which a content security policy has to allow as `worker-src blob:`. To a sandboxed
 * frame without `allow-same-origin`, every script is one of another origin, and the page's own script is a `data:` URL:
 * Chromium starts no module from a `blob:` one there.
 *
 * @param url absolute
 * @throws CompressorError "worker-crashed" where the browser or the page's policy allows no such worker.
 */
export function startScript(url: string): Worker {
	// Not `location.origin`: in a sandboxed frame that is still the URL's.
	const script = new URL(url).origin === self.origin ? url : wrapperOf(url);
	const worker: (url: string | URL, options: WorkerOptions) => Worker = (trusted, options) =>
		new Worker(trusted, options);
	try {
		return worker(trusted(script), { type: "module", name: "promptsieve" });
	} catch (error) {
		throw new CompressorError("worker-crashed", `The worker ${url} could not be started: ${String(error)}`, {
			cause: error,
		});
	}
}

function wrapperOf(url: string): string {
	const known = wrappers.get(url);
	if (known !== undefined) return known;
	const source = `import ${JSON.stringify(url)};`;
	const wrapper =
		self.origin === "null"
			? `data:text/javascript,${encodeURIComponent(source)}`
			: URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
	wrappers.set(url, wrapper);
	return wrapper;
}

/** A page with `require-trusted-types-for 'script'` starts only what a policy, here "promptsieve", lets through. */
function trusted(url: string): string | URL {
	trust ??= makeTrust();
	return trust(url);
}

function makeTrust(): (url: string) => string | URL {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	const policy = trustedTypes?.createPolicy("promptsieve", { createScriptURL: (url) => url });
	return policy ? (url) => policy.createScriptURL(url) : (url) => url;
}
