// From a caller's `model` option to the folder that the worker loads.
import { findKnownModel, type KnownModelId } from "./known-models.ts";
import type { FileUrls, LocatedModel, ModelSpec } from "./model-spec.ts";

/** A model of the hub: `"<owner>/<name>"`. */
export type HubModelId = `${string}/${string}`;

/** Where hub models come from unless the caller says otherwise. */
export const defaultHubUrl = "https://huggingface.co/";

/** Where models lie that are named by an id alone. */
export interface ModelPlaces {
	readonly embeddedModelUrl: string;
	readonly embeddedModelFiles?: FileUrls | undefined;
	/** Absolute, with a trailing slash. */
	readonly hubUrl: string;
}

/** Owner and name as the hub allows them: letters, digits, "-", "_" and ".", and no path in disguise. */
const hubId = /^(?!\.)[\w.-]{1,96}\/(?!\.{1,2}$)[\w.-]{1,96}$/;

/** Whether `model` can be a hub id. */
export function isHubId(model: unknown): model is HubModelId {
	return typeof model === "string" && hubId.test(model);
}

/** The folder that `model` names: the embedded one, one on the hub, or the caller's own. */
export function resolveModel(
	model: KnownModelId | HubModelId | ModelSpec,
	{ embeddedModelUrl, embeddedModelFiles, hubUrl }: ModelPlaces,
): LocatedModel {
	if (typeof model !== "string") return model;
	if (model === "embedded") return { id: model, url: embeddedModelUrl, files: embeddedModelFiles };
	const known = findKnownModel(model);
	return {
		id: model,
		url: `${hubUrl}${model}/resolve/main/`,
		...(known && { weights: known.weights }),
		...(known?.keepLabel !== undefined && { keepLabel: known.keepLabel }),
	};
}
