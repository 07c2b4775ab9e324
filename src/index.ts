// The library's table of contents.
export type { ModelInfo, ProgressListener } from "./bridge/worker-interface.ts";
export { type CompressedMessages, compressMessages } from "./chat/compress-messages.ts";
export { type CompressedTools, type CompressToolsOptions, compressTools } from "./chat/compress-tools.ts";
export type { CompressMessagesOptions } from "./chat/message-options.ts";
export type { TextsSummary, TextWarning } from "./chat/shrink-places.ts";
export type { TextCompressor } from "./chat/shrink-text.ts";
export type { TextOptions } from "./chat/text-options.ts";
export type { TextPath } from "./chat/text-place.ts";
export {
	type CompressedPart,
	type CompressStructuredOptions,
	compressStructured,
	type StructuredResult,
} from "./compressor/compat/compress-structured.ts";
export type {
	CompressContextsOptions,
	CompressOptions,
	CompressorOptions,
	LoadOptions,
	QuestionOptions,
	ScoreOptions,
} from "./compressor/compressor-options.ts";
export type { ScoredContext, ScoredContexts } from "./compressor/contexts/scored-contexts.ts";
export type { DevicePreference } from "./compressor/device/device-candidates.ts";
export type { ModelChange } from "./compressor/progressive-compressor.ts";
export type { ScoredText } from "./compressor/scored-text.ts";
export { type Compressor, createCompressor } from "./compressor.ts";
export type { ContextFilterOptions } from "./core/compat/options.ts";
export { type PromptPart, parseStructuredPrompt } from "./core/compat/structured-prompt.ts";
export type { SelectContextsOptions } from "./core/contexts/contexts-options.ts";
export type { ContextResult, ContextsResult, ContextWarning } from "./core/contexts/contexts-result.ts";
export type { EncodingName } from "./core/count/count.ts";
export { CompressorError, type CompressorErrorCode } from "./core/error.ts";
export type { AmountReason, Because, Explanation, Tie } from "./core/explain/explanation.ts";
export type { ProtectOptions, SelectOptions, Span } from "./core/options.ts";
export type { ProgressEvent } from "./core/progress.ts";
export type { CompressResult, Device, Warning } from "./core/result.ts";
export type { ProtectKind, Reason, Word } from "./core/word-table.ts";
export type { HubModelId } from "./models/hub-id.ts";
export type { KnownModelId } from "./models/known-models.ts";
export type { ModelSpec, WeightsByDevice, WeightsFile } from "./models/model-spec.ts";
