// Trusted Types in the worker: onnxruntime-web starts its own threads, and knows no policy.

/** What is used of the browser's Trusted Types API. */
interface TrustedTypes {
	readonly defaultPolicy: unknown;
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/**
 * Lets the runtime start its threads where `require-trusted-types-for 'script'` holds for the worker too. The
 * "default" policy is this worker's own: the page's is another. Says whether threads can be started; a policy
 * `trusted-types` that does not name "default" leaves one.
 */
export function trustThreads(scope: object = globalThis): boolean {
	const { trustedTypes } = scope as { trustedTypes?: TrustedTypes };
	if (trustedTypes === undefined || trustedTypes.defaultPolicy) return true;
	try {
		trustedTypes.createPolicy("default", { createScriptURL: (url) => url });
		return true;
	} catch {
		return false;
	}
}
