// The real worker, with faults that a test can bring about from outside, as a browser, a driver or a machine would.
import { type Connect, connectTo } from "../bridge/connect.ts";

/** What the worker's own script is preceded by. */
const faults = {
	none: "",
	/** On "fault": ends itself, as when the browser takes its memory; no event tells of it. */
	ends: `onFault(() => close());`,
	/** On "fault": never comes back to its event loop. */
	hangs: `onFault(() => { for (;;); });`,
	/** On "fault": an error outside of any call. */
	throws: `onFault(() => { throw new Error("outside of a call"); });`,
	/** On "fault": the driver takes the device away. */
	"loses the GPU": `
		const { requestDevice } = GPUAdapter.prototype;
		GPUAdapter.prototype.requestDevice = async function (...options) {
			const device = await requestDevice.apply(this, options);
			onFault(() => device.destroy());
			return device;
		};`,
	/** Its GPU answers zeros where it should answer numbers. */
	"has a GPU that is wrong": `
		const { getMappedRange } = GPUBuffer.prototype;
		GPUBuffer.prototype.getMappedRange = function (...range) {
			const bytes = getMappedRange.apply(this, range);
			if (this.usage & GPUBufferUsage.MAP_READ) new Uint8Array(bytes).fill(0);
			return bytes;
		};`,
	/** Its driver refuses every shader. */
	"cannot compile shaders": `
		const { createShaderModule } = GPUDevice.prototype;
		GPUDevice.prototype.createShaderModule = function (descriptor) {
			return createShaderModule.call(this, { ...descriptor, code: "no shader" });
		};`,
	/** Wasm gets 48 MiB and no more. */
	"has little memory": `
		const { Memory } = WebAssembly;
		WebAssembly.Memory = function (descriptor) {
			return new Memory({ ...descriptor, maximum: 768 });
		};`,
	/** The runtime's threads are not let in. */
	"cannot start threads": `
		globalThis.Worker = function () { throw new DOMException("denied", "SecurityError"); };`,
	/** It never comes back from starting the first, as Firefox's on a busy machine. */
	"hangs at its first thread": `globalThis.Worker = class { constructor() { for (;;); } };`,
	/** Their script is refused at once, before the runtime listens to them. */
	"cannot load its threads": `
		const { Worker } = globalThis;
		globalThis.Worker = class extends Worker {
			constructor(url, options) { super("data:text/plain,", options); }
		};`,
};

export type Fault = keyof typeof faults;

/** Starts workers with this fault: the first, or as many as `times` says; later ones are whole. */
export function faultyWorkers(fault: Fault, times = 1) {
	const started: Worker[] = [];
	const connect: Connect = (_source, silence) => {
		const main = new URL("../../worker/main.ts", import.meta.url).href;
		const own = started.length < times ? faults[fault] : faults.none;
		// Vitest's server wraps dynamic imports for its own page, which this worker isn't.
		const script = `
			globalThis.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() };
			const onFault = (act) => addEventListener("message", ({ data }) => { if (data === "fault") act(); });
			import "${main}";
			${own}`;
		const source = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
		const worker = new Worker(source, { type: "module" });
		started.push(worker);
		return connectTo(worker, "faulty", silence);
	};
	return { connect, started, strike: () => started.at(-1)?.postMessage("fault") };
}
