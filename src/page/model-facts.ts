// What the chooser says of a model before anything is downloaded: what it is, what it costs, what is here already.
import type { CachedModel } from "../models/model-cache.ts";
import { sizeOf } from "./format.ts";
import { bytesOf, filesOf, hostOf, languagesOf, licenceOf, type ModelChoice } from "./model-choice.ts";

/** `English · Apache-2.0 licence · no questions` */
export function factsOf(choice: ModelChoice): string {
	// Nobody knows beforehand what a folder holds.
	if (filesOf(choice).length === 0) return "Languages and licence as its maker says";
	const questions = choice === "embedded" ? "reads questions" : "no questions";
	// Lines break between facts.
	const short = [licenceOf(choice), questions].map((fact) => fact.replaceAll(" ", "\u00a0"));
	return [languagesOf(choice), ...short].join("\u00a0· ");
}

/** `57.1 MB`, `comes with the page`, `size not known` */
export function sizeTextOf(choice: ModelChoice, kept: CachedModel | undefined): string {
	if (choice === "embedded") return "comes with the page";
	const bytes = bytesOf(choice) ?? (kept && isWhole(choice, kept) ? kept.bytes : null);
	return bytes === null ? "size not known" : sizeOf(bytes);
}

/** Whether nothing of a known model is missing; of another, whether a graph is there and all that came is whole. */
export function isWhole(choice: string, { files }: CachedModel): boolean {
	const known = filesOf(choice).map(({ file }) => file);
	const wanted = known.length > 0 ? known : [".onnx", "tokenizer.json"];
	return (
		files.every(({ complete }) => complete) &&
		wanted.every((end) => files.some(({ url }) => url.split(/[?#]/, 1)[0]?.endsWith(end)))
	);
}

/** `57.1 MB in this browser`, `12.3 MB of it in this browser` */
export function keptText(choice: string, kept: CachedModel): string {
	return `${sizeOf(kept.bytes)}${isWhole(choice, kept) ? "" : " of it"} in this browser`;
}

/** What choosing it leads to, in one sentence. */
export function costOf(choice: ModelChoice, kept: CachedModel | undefined): string {
	const host = hostOf(choice);
	if (host === null) return "It comes with the page: nothing is downloaded.";
	if (kept && isWhole(choice, kept))
		return `It is in this browser. ${host} is only asked whether it has changed.`;
	const bytes = bytesOf(choice);
	const rest = bytes === null ? null : Math.max(0, bytes - (kept?.bytes ?? 0));
	const what = rest === null ? "It" : sizeOf(rest);
	const end = rest === null ? " Its size shows once the download begins." : "";
	return `${what} will be downloaded once from ${host} and kept in this browser.${end}`;
}
