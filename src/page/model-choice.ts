// Which model the person wants: the embedded one, one of the hub, or a folder anywhere. What is known of it before
// anything is downloaded, and what a person types to name one.

import { type HubModelId, isHubId } from "../models/hub-id.ts";
import { findKnownModel, type KnownModel, languagesReadBy, type ModelFile } from "../models/known-models.ts";
import type { ModelSpec } from "../models/model-spec.ts";

/** `"embedded"`, a hub id `"owner/name"`, or the URL of a folder with a trailing slash. Also the model's id. */
export type ModelChoice = "embedded" | HubModelId;

const hubHost = "huggingface.co";

/** Whether this can be a choice; storage may hold anything. */
export function isModelChoice(value: unknown): value is ModelChoice {
	return value === "embedded" || isHubId(value) || isFolder(value);
}

function isFolder(value: unknown): value is HubModelId {
	if (typeof value !== "string" || !/^https?:\/\/[^?#]+\/$/.test(value)) return false;
	return URL.canParse(value) && new URL(value).href === value;
}

/** What `createCompressor` calls it. */
export function modelOption(choice: ModelChoice): "embedded" | HubModelId | ModelSpec {
	return isFolder(choice) ? { id: choice, url: choice } : choice;
}

/** The choice that was typed or pasted: a hub id, the address of a model's page on the hub, a folder's address. */
export function readChoice(typed: string): { choice: ModelChoice } | { problem: string } {
	const text = typed.trim();
	if (text === "") return { problem: "Name a model first." };
	if (isHubId(text)) return { choice: text };
	const withoutQuery = text.replace(/[?#].*$/, "");
	if (/^https?:\/\//i.test(text) && URL.canParse(withoutQuery)) {
		const { host, pathname, href } = new URL(withoutQuery);
		const [owner, name, verb] = pathname.split("/").filter((part) => part !== "");
		const id = `${owner}/${name}`;
		if (host === hubHost && isHubId(id) && verb !== "resolve") return { choice: id };
		const folder = href.endsWith("/") ? href : `${href}/`;
		if (isModelChoice(folder)) return { choice: folder };
	}
	return { problem: "That is neither a hub id, as in owner/name, nor the address of a folder." };
}

/** For people. */
export function nameOf(choice: string): string {
	return (
		findKnownModel(choice)?.name ?? choice.replace(/^https?:\/\//, "").replace(/(?:\/resolve\/main)?\/$/, "")
	);
}

/** The host that it would be downloaded from; `null`: it is a part of the page. */
export function hostOf(choice: ModelChoice): string | null {
	if (choice === "embedded") return null;
	return isFolder(choice) ? new URL(choice).host : hubHost;
}

/** The files of a known model, as WASM loads them; none of any other. */
export function filesOf(choice: string): readonly ModelFile[] {
	const known: KnownModel | undefined = findKnownModel(choice);
	if (known === undefined) return [];
	const { wasm } = known.weights;
	return [known.tokenizer, wasm, ...(wasm.externalData ?? [])];
}

/** Bytes of a download, as far as the sizes of its large files are known; `null` where they are not. */
export function bytesOf(choice: string): number | null {
	const sizes = filesOf(choice).map(({ bytes, approximateBytes }) => bytes ?? approximateBytes ?? 0);
	const sum = sizes.reduce((all, size) => all + size, 0);
	return sum === 0 ? null : sum;
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

/** `English`, `English, German, Spanish and 22 more`, `English, less well 102 more`; of an unknown model nothing. */
export function languagesOf(choice: string): string {
	const known = findKnownModel(choice);
	if (!known) return "";
	const names = known.languages.map((code) => languageNames.of(code) ?? code);
	const trained =
		names.length <= 4 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
	const others = languagesReadBy(known).length - names.length;
	return others === 0 ? trained : `${trained}, less well ${others} more`;
}

/** `MIT licence`, `licence unknown`; of an unknown model nothing. */
export function licenceOf(choice: string): string {
	const licence = findKnownModel(choice)?.licence;
	if (licence === undefined) return "";
	return licence === "unknown" ? "licence unknown" : `${licence} licence`;
}
