// From a caller's `model` option to the folder that the worker loads.
import type { HubModelId } from "./hub-id.ts";
import { findKnownModel, type KnownModelId, languagesReadBy } from "./known-models.ts";
import type { FileUrls, LocatedModel, ModelSpec } from "./model-spec.ts";

/** What the option `model` may be: an id, or the caller's own folder. */
export type ModelOption = KnownModelId | HubModelId | ModelSpec;

/** Where models lie that are named by an id alone. */
export interface ModelPlaces {
	readonly embeddedModelUrl: string;
	readonly embeddedModelFiles?: FileUrls | undefined;
	/** Absolute, with a trailing slash. */
	readonly hubUrl: string;
}

/** The folder that `model` names: the embedded one, one on the hub, or the caller's own. */
export function resolveModel(
	model: ModelOption,
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
		...(known && { languages: languagesReadBy(known) }),
	};
}
