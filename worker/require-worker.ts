// The first import of the worker's entry: outside a worker the entry would wait for messages that nobody sends.

if (typeof DedicatedWorkerGlobalScope === "undefined") {
	throw new Error(
		'promptsieve/worker is the script of a Web Worker, not a module to import: pages import "promptsieve", whose createCompressor starts it (its option worker names another way); in Node it starts a thread of its own.',
	);
}

export {};
