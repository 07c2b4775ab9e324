// The checks of the options `model` and `hubUrl`: a wrong one fails at once, by name.
import { checkNames } from "../core/check-names.ts";
import { invalidOption, isRecord } from "../core/invalid-option.ts";
import { defaultHubUrl, isHubId } from "./hub-id.ts";
import type { ModelOption } from "./resolve-model.ts";

/** @throws CompressorError "invalid-option" that names the field and the value. */
export function checkModel(model: unknown): asserts model is ModelOption {
	if (model === "embedded" || isHubId(model)) return;
	if (!isRecord(model)) throw invalidOption("model", model, '"embedded", "<owner>/<name>" or {id, url}');
	checkNames(model, ["id", "url", "weights", "keepLabel", "languages"], "model");
	const { id, url, weights, keepLabel, languages } = model;
	if (typeof id !== "string" || id.trim() === "") {
		throw invalidOption("model.id", id, "a string that is not empty");
	}
	if (!isFolderUrl(url)) {
		throw invalidOption("model.url", url, 'the absolute URL of a folder, a string that ends in "/"');
	}
	if (weights !== undefined) checkWeights(weights);
	if (keepLabel !== undefined && keepLabel !== 0 && keepLabel !== 1) {
		throw invalidOption("model.keepLabel", keepLabel, "0 or 1");
	}
	if (languages !== undefined && !isLanguages(languages)) {
		throw invalidOption("model.languages", languages, 'an array of language codes, as in ["en", "de"]');
	}
}

/**
 * Absolute, with a trailing slash.
 *
 * @throws CompressorError "invalid-option"
 */
export function checkHubUrl(hubUrl: unknown): string {
	if (hubUrl === undefined) return defaultHubUrl;
	const base = globalThis.document?.baseURI ?? globalThis.location?.href;
	const isGiven = typeof hubUrl === "string" || hubUrl instanceof URL;
	if (isGiven && URL.canParse(hubUrl, base)) {
		const { href } = new URL(hubUrl, base);
		if (!/[?#]/.test(href)) return href.endsWith("/") ? href : `${href}/`;
	}
	throw invalidOption("hubUrl", hubUrl, "a URL without query, absolute or relative to the document");
}

function checkWeights(weights: unknown): void {
	if (!isRecord(weights)) throw invalidOption("model.weights", weights, "{wasm, webgpu}");
	checkNames(weights, ["wasm", "webgpu"], "model.weights");
	if (weights.wasm === undefined && weights.webgpu === undefined) {
		throw invalidOption("model.weights", weights, "{wasm, webgpu}, at least one of them");
	}
	for (const device of ["wasm", "webgpu"] as const) {
		const name = `model.weights.${device}`;
		const chosen = weights[device];
		if (chosen === undefined) continue;
		if (!isRecord(chosen)) throw invalidOption(name, chosen, "{file}");
		checkNames(chosen, ["file", "dtype", "bytes", "sha256", "externalData"], name);
		checkFile(chosen, name);
		if (chosen.dtype !== undefined && (typeof chosen.dtype !== "string" || chosen.dtype === "")) {
			throw invalidOption(`${name}.dtype`, chosen.dtype, "a string that is not empty");
		}
		const { externalData = [] } = chosen;
		if (!Array.isArray(externalData)) throw invalidOption(`${name}.externalData`, externalData, "an array");
		for (const [at, file] of externalData.entries()) {
			const entry = `${name}.externalData[${at}]`;
			if (!isRecord(file)) throw invalidOption(entry, file, "{file}");
			checkNames(file, ["file", "bytes", "sha256"], entry);
			checkFile(file, entry);
		}
	}
}

function checkFile({ file, bytes, sha256 }: Readonly<Record<string, unknown>>, name: string): void {
	if (!isPathBelow(file)) throw invalidOption(`${name}.file`, file, "the path of a file below the folder");
	if (bytes !== undefined && !(Number.isSafeInteger(bytes) && Number(bytes) > 0)) {
		throw invalidOption(`${name}.bytes`, bytes, "an integer ≥ 1");
	}
	if (sha256 !== undefined && !(typeof sha256 === "string" && /^[0-9a-f]{64}$/i.test(sha256))) {
		throw invalidOption(`${name}.sha256`, sha256, "64 hexadecimal digits");
	}
}

function isPathBelow(file: unknown): boolean {
	return (
		typeof file === "string" && /^(?!\/)[^?#\\:]*[^/?#\\:]$/.test(file) && !file.split("/").includes("..")
	);
}

function isLanguages(languages: unknown): boolean {
	if (!Array.isArray(languages) || languages.length === 0) return false;
	return languages.every((code) => typeof code === "string" && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code));
}

/** A query or a fragment would get lost where the folder's files are resolved against it. */
function isFolderUrl(url: unknown): boolean {
	if (typeof url !== "string" || !URL.canParse(url)) return false;
	return url.endsWith("/") && !/[?#]/.test(url);
}
