// Which model a caller's `model` option names.
import type { FileUrls, LocatedModel, ModelSpec } from "./model-spec.ts";

/** Models that the library knows by name. `"embedded"` lies in the package itself. */
export type KnownModelId = "embedded";

export const knownModelIds: readonly KnownModelId[] = ["embedded"];

/** The spec that `model` names: a known id, or the caller's own spec as it is. */
export function resolveModel(
	model: KnownModelId | ModelSpec,
	{ embeddedModelUrl, embeddedModelFiles }: EmbeddedModelPlace,
): LocatedModel {
	return typeof model === "string" ? { id: model, url: embeddedModelUrl, files: embeddedModelFiles } : model;
}

interface EmbeddedModelPlace {
	readonly embeddedModelUrl: string;
	readonly embeddedModelFiles?: FileUrls | undefined;
}
