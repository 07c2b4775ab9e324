// Where each option belongs: what the error says of an option that is given to another call.

const selection = "given to compress or select";
const creation = "given to createCompressor";
const chat = "given to compressMessages";
const adapter = "given to an adapter";

/** By name, to follow "must be". */
export const optionHomes: ReadonlyMap<string, string> = new Map([
	["rate", selection],
	["targetTokens", selection],
	["threshold", selection],
	["force", selection],
	["keepDigits", selection],
	["dropConsecutive", selection],
	["pin", `${selection}, with the text that its ranges are of`],
	["drop", `${selection}, with the text that its ranges are of`],
	["protect", "given to score, compress or select"],
	["question", "given to score or compress: select reads no text"],
	["signal", "given to load, score or compress: select is synchronous"],
	["compat", "given to compress"],
	["structured", 'given to compress together with compat: "llmlingua-2"'],
	["contextFilter", 'given to compress together with compat: "llmlingua-2" and several contexts'],
	["minPerContext", "given together with several contexts, an array of strings, and without compat"],
	["model", creation],
	["device", creation],
	["assetsUrl", creation],
	["hubUrl", creation],
	["worker", creation],
	["countTokens", creation],
	["onProgress", creation],
	["onModelChange", creation],
	["workerTimeoutMs", creation],
	["onCompressed", adapter],
	["onError", adapter],
	["minTokens", "given to compressMessages or compressTools"],
	["user", chat],
	["assistant", chat],
	["tool", chat],
	["stable", chat],
	["keep", chat],
]);
