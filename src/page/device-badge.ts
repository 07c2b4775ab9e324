// The badge that names the device, and the popover that says why this one, with the model's facts. While another model
// is on its way, the badge says how far.
import type { ModelInfo } from "../bridge/worker-interface.ts";
import { byId } from "./dom.ts";
import type { Engine } from "./engine.ts";
import { count, megabytesOf } from "./format.ts";
import { incomingProgress } from "./incoming-model.ts";
import { nameOf } from "./model-choice.ts";
import type { ModelState } from "./model-state.ts";

const badge = byId("device-badge", HTMLButtonElement);
const summary = byId("device-summary", HTMLElement);
const facts = byId("device-facts", HTMLElement);

const labels: Record<Exclude<ModelState["kind"], "ready">, { label: string; summary: string }> = {
	unloaded: { label: "Model not loaded", summary: "The model loads shortly after the page has opened." },
	downloading: { label: "Loading", summary: "The model is being loaded from this page's own server." },
	"warm-up": { label: "Starting", summary: "The model is loaded and being tried." },
	failed: { label: "No model", summary: "The model could not be loaded." },
};

function fact(name: string, value: string): HTMLElement[] {
	const term = document.createElement("dt");
	const detail = document.createElement("dd");
	term.textContent = name;
	detail.textContent = value;
	return [term, detail];
}

function deviceOf({ device, threads }: ModelInfo): string {
	const name = device === "webgpu" ? "WebGPU" : "WASM";
	return threads > 1 ? `${name}, ${threads} threads` : name;
}

export function wireDeviceBadge(engine: Engine): void {
	engine.model.watch((model) => {
		if (model.kind !== "ready") {
			summary.textContent = labels[model.kind].summary;
			facts.replaceChildren();
			return;
		}
		const { info } = model;
		summary.textContent = info.reason ?? "The fastest device found in this browser.";
		facts.replaceChildren(
			...fact("Model", nameOf(info.model)),
			...fact("Device", deviceOf(info)),
			...fact("Size", `${info.dtype}, ${megabytesOf(info.bytes)}`),
			...fact("Loaded in", `${count(Math.round(info.loadMs))} ms`),
		);
	});

	function paintBadge(): void {
		const model = engine.model.value;
		const incoming = engine.incoming.value;
		badge.dataset.state = model.kind;
		if (incoming === null) delete badge.dataset.incoming;
		else badge.dataset.incoming = incoming.state.kind;
		if (model.kind !== "ready") badge.textContent = labels[model.kind].label;
		else if (incoming === null) badge.textContent = deviceOf(model.info);
		else
			badge.textContent = incoming.state.kind === "failed" ? "New model failed" : incomingProgress(incoming);
	}
	engine.model.subscribe(paintBadge);
	engine.incoming.watch(paintBadge);
}
