// What an application can know of models: those that have a name, and those that this browser keeps. The package's
// entry "promptsieve/models", apart from the library, which needs nothing of it before its first call.
export type { VocabularyFamily } from "../core/compat/vocabulary-family.ts";
export {
	type KnownModel,
	type KnownModelId,
	knownModels,
	type ModelFile,
	type ModelWeights,
} from "./known-models.ts";
export {
	type CachedFile,
	type CachedModel,
	cachedModels,
	deleteCachedModel,
} from "./model-cache.ts";
