// What the page and its service worker say to each other.

/** From the page. */
export type PageMessage =
	/** The person wants the new version: it may take over from the one that runs. */
	| { readonly kind: "activate" }
	/** The model runs on this device: keep whatever it needs without a network. */
	| { readonly kind: "keep"; readonly device: "webgpu" | "wasm" | "cpu" };

/** From the service worker. */
export type ServiceWorkerMessage =
	/** Everything the page needs is stored: it opens without a network. */
	| { readonly kind: "kept" }
	/** It is not: too little space, or a file could not be had. The page goes on with a network. */
	| { readonly kind: "not-kept"; readonly why: "no-space" | "failed" };
