// Where a worker comes from. Callers name this type, in Node as well, whose types know no `Worker` of browsers.

/** The browser's `Worker`, where a project's types have a browser's. */
export type BrowserWorker = typeof globalThis extends { Worker: { prototype: infer Own } } ? Own : never;

/** The URL of the worker's script, or the caller's own function. */
export type WorkerSource = string | (() => BrowserWorker);
