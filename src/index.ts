// The library's table of contents.
export type { ModelInfo, ProgressListener } from "./bridge/worker-interface.ts";
export type {
	CompressOptions,
	CompressorOptions,
	LoadOptions,
	QuestionOptions,
	ScoreOptions,
} from "./compressor/compressor-options.ts";
export type { DevicePreference } from "./compressor/device-candidates.ts";
export type { ScoredText } from "./compressor/scored-text.ts";
export { type Compressor, createCompressor } from "./compressor.ts";
export type { EncodingName } from "./core/count/count.ts";
export { CompressorError, type CompressorErrorCode } from "./core/error.ts";
export type { ProtectOptions, SelectOptions, Span } from "./core/options.ts";
export type { ProgressEvent } from "./core/progress.ts";
export type { CompressResult, Device, Warning } from "./core/result.ts";
export type { ProtectKind, Reason, Word } from "./core/word-table.ts";
export type { KnownModelId } from "./models/known-models.ts";
export type { ModelSpec } from "./models/model-spec.ts";
