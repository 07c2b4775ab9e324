// Whether there can be wasm threads: asked by the worker, which starts them, and by the page, which tries again without.

/**
 * Threads need shared memory. Node has it; a browser's page needs cross-origin isolation for it. WebKitGTK calls a page
 * isolated and yet gives it none.
 */
export function sharesMemory(scope: object = globalThis): boolean {
	const given = scope as { readonly crossOriginIsolated?: boolean; readonly SharedArrayBuffer?: unknown };
	return (given.crossOriginIsolated ?? true) && typeof given.SharedArrayBuffer === "function";
}
