// The badge that names the device, and the popover that says why this one, with the model's facts.
import { byId } from "./dom.ts";
import type { Engine, ModelState } from "./engine.ts";
import { count, megabytesOf } from "./format.ts";

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

export function wireDeviceBadge(engine: Engine): void {
	engine.model.watch((model) => {
		badge.dataset.state = model.kind;
		if (model.kind !== "ready") {
			badge.textContent = labels[model.kind].label;
			summary.textContent = labels[model.kind].summary;
			facts.replaceChildren();
			return;
		}
		const { info } = model;
		const device = info.device === "webgpu" ? "WebGPU" : "WASM";
		badge.textContent = info.threads > 1 ? `${device}, ${info.threads} threads` : device;
		summary.textContent = info.reason ?? "The fastest device found in this browser.";
		facts.replaceChildren(
			...fact("Model", info.model),
			...fact("Weights", `${info.dtype}, ${megabytesOf(info.bytes)}`),
			...fact("Loaded in", `${count(Math.round(info.loadMs))} ms`),
		);
	});
}
