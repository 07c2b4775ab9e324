// From the element's attributes to what is asked of the compressor. Pure. As in HTML, a value that cannot be used
// counts as the default; what was wrong with it is told by the attribute's name.
import type { DevicePreference } from "../compressor/device/device-candidates.ts";
import type { CompressorError } from "../core/error.ts";
import { invalidOption, oneOf } from "../core/invalid-option.ts";
import { type HubModelId, isHubId } from "../models/hub-id.ts";
import type { ModelSpec } from "../models/model-spec.ts";

/** Attributes that the element reads; each has a property of the same name in camelCase. */
export const attributeNames = [
	"for",
	"name",
	"value",
	"rate",
	"target-tokens",
	"question",
	"auto",
	"disabled",
	"required",
	"placeholder",
	"rows",
	"model",
	"device",
	"assets-url",
] as const;
export type AttributeName = (typeof attributeNames)[number];

/** How much is kept: what the slider moves. */
export type Amount =
	| { readonly kind: "rate"; readonly rate: number }
	| { readonly kind: "budget"; readonly tokens: number };

/** Elements with the same choice share one compressor. */
export interface CompressorChoice {
	readonly model: "embedded" | HubModelId | ModelSpec;
	readonly device: DevicePreference;
	/** Absolute; absent: beside the package's own files. */
	readonly assetsUrl?: string;
}

export interface AttributeProblem {
	readonly attribute: AttributeName;
	/** As written in the markup. */
	readonly value: string;
	readonly error: CompressorError;
}

export interface SieveSettings {
	readonly amount: Amount;
	/** Not blank; absent: none. */
	readonly question?: string;
	readonly choice: CompressorChoice;
	readonly problems: readonly AttributeProblem[];
}

/** What counts where neither `rate` nor `target-tokens` is given. */
export const defaultRate = 0.5;
export const defaultRows = 5;

/** As in HTML: there means on, whatever the value. */
const switches = ["auto", "disabled", "required"] as const;

const devices: readonly DevicePreference[] = ["auto", "webgpu", "wasm"];

/**
 * @param read an attribute's value, or null where it is absent
 * @param baseUrl what `assets-url` and `model` are relative to: the document's base URL
 */
export function readAttributes(read: (name: AttributeName) => string | null, baseUrl: string): SieveSettings {
	const problems: AttributeProblem[] = [];

	/** The attribute's value as `parse` reads it; the default where it is absent, or wrong, which is noted. */
	function usable<T>(
		attribute: AttributeName,
		parse: (value: string) => T | undefined,
		fallback: T,
		wanted: string,
	): T {
		const value = read(attribute);
		if (value === null) return fallback;
		const parsed = parse(value);
		if (parsed !== undefined) return parsed;
		problems.push({ attribute, value, error: invalidOption(attribute, value, wanted) });
		return fallback;
	}

	const rate = usable("rate", parseRate, undefined, "a number, 0 < rate ≤ 1");
	const tokens = usable("target-tokens", parseTokens, undefined, "an integer ≥ 1");
	const givenRate = read("rate");
	if (givenRate !== null && tokens !== undefined) {
		problems.push({
			attribute: "rate",
			value: givenRate,
			error: invalidOption("rate", givenRate, "left out where target-tokens is given"),
		});
	}
	const question = read("question")?.trim();
	const model = usable(
		"model",
		(value) => parseModel(value, baseUrl),
		"embedded",
		'"embedded", "<owner>/<name>" or the URL of a folder, which ends in "/"',
	);
	const device = usable("device", parseDevice, "auto", oneOf(devices));
	const assetsUrl = usable<string | undefined>(
		"assets-url",
		(value) => parseUrl(value, baseUrl),
		undefined,
		"the URL of a folder, absolute or relative to the document",
	);
	usable("rows", parseTokens, defaultRows, "an integer ≥ 1");
	// `auto="false"` is on, and is hardly meant to be.
	for (const name of switches) {
		usable(name, (value) => parseSwitch(name, value), true, "left out, or written without a value");
	}
	return {
		amount: tokens === undefined ? { kind: "rate", rate: rate ?? defaultRate } : { kind: "budget", tokens },
		...(question && { question }),
		choice: { model, device, ...(assetsUrl !== undefined && { assetsUrl }) },
		problems,
	};
}

export function parseRate(value: string): number | undefined {
	const rate = parseNumber(value);
	return rate > 0 && rate <= 1 ? rate : undefined;
}

export function parseTokens(value: string): number | undefined {
	const tokens = parseNumber(value);
	return Number.isSafeInteger(tokens) && tokens >= 1 ? tokens : undefined;
}

/** NaN for what is no number; `Number` alone takes white space for 0. */
function parseNumber(value: string): number {
	return value.trim() === "" ? Number.NaN : Number(value);
}

/** Some frameworks write `auto="true"`. */
function parseSwitch(name: string, value: string): true | undefined {
	return value === "" || value === name || value === "true" ? true : undefined;
}

export function parseDevice(value: string): DevicePreference | undefined {
	return devices.find((device) => device === value);
}

/** A folder ends in "/", which no hub id does. */
export function parseModel(value: string, baseUrl: string): "embedded" | HubModelId | ModelSpec | undefined {
	if (value === "embedded" || isHubId(value)) return value;
	const url = value.endsWith("/") ? parseUrl(value, baseUrl) : undefined;
	return url === undefined ? undefined : { id: value, url };
}

/** Of a folder: a `data:` or `blob:` URL has nothing beside it. */
export function parseUrl(value: string, baseUrl: string): string | undefined {
	if (value.trim() === "" || !URL.canParse(value, baseUrl)) return undefined;
	const { href } = new URL(value, baseUrl);
	return URL.canParse("file", href) ? href : undefined;
}
