// How models of the Hugging Face hub are named.

/** A model of the hub: `"<owner>/<name>"`. */
export type HubModelId = `${string}/${string}`;

/** Where hub models come from unless the caller says otherwise. */
export const defaultHubUrl = "https://huggingface.co/";

/** Owner and name as the hub allows them: letters, digits, "-", "_" and ".", and no path in disguise. */
const hubId = /^(?!\.)[\w.-]{1,96}\/(?!\.{1,2}$)[\w.-]{1,96}$/;

/** Whether `model` can be a hub id. */
export function isHubId(model: unknown): model is HubModelId {
	return typeof model === "string" && hubId.test(model);
}
