// Types only: `<prompt-sieve>` in React 19's JSX. A file of its own, so that a project without React never meets it.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { PromptSieveEventMap } from "./events.ts";
import type { PromptSieveElement } from "./prompt-sieve-element.ts";

/** React 19 sets a property where the element has one, and an attribute otherwise. */
type SettableName =
	| "name"
	| "value"
	| "rate"
	| "targetTokens"
	| "question"
	| "auto"
	| "disabled"
	| "required"
	| "placeholder"
	| "rows"
	| "model"
	| "device"
	| "assetsUrl"
	| "strings"
	| "compressor";

/** `onsieve-result` listens for `sieve-result`: React takes what follows `on` as it is. */
type SieveListeners = {
	[Name in keyof PromptSieveEventMap as `on${Name}`]?:
		| ((event: PromptSieveEventMap[Name]) => void)
		| undefined;
};

/** An undefined property is one that isn't given, whatever the project's `exactOptionalPropertyTypes`. */
type SettableProperties = {
	[Name in SettableName]?: PromptSieveElement[Name] | undefined;
};

export interface PromptSieveProps
	extends DetailedHTMLProps<HTMLAttributes<PromptSieveElement>, PromptSieveElement>,
		SettableProperties,
		SieveListeners {
	/** Id of the host's textarea. */
	readonly for?: string | undefined;
}

declare module "react" {
	namespace JSX {
		interface IntrinsicElements {
			"prompt-sieve": PromptSieveProps;
		}
	}
}
