// Types only: `<prompt-sieve>` in React 19's JSX. A file of its own, so that a project without React never meets it.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { PromptSieveEventMap } from "./events.ts";
import type { PromptSieveElement } from "./prompt-sieve-element.ts";

/** React 19 sets a property where the element has one, and an attribute otherwise; a server renders attributes alone. */
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

/** What React has no value for is taken back from the element; its setters take null and undefined. */
type SettableProperties = {
	[Name in SettableName]?: PromptSieveElement[Name] | null | undefined;
};

export interface PromptSieveProps
	extends DetailedHTMLProps<HTMLAttributes<PromptSieveElement>, PromptSieveElement>,
		SettableProperties,
		SieveListeners {
	/** Id of the host's textarea. */
	readonly for?: string | null | undefined;
	/** `targetTokens` as HTML writes it: the name for what a server renders. */
	readonly "target-tokens"?: number | null | undefined;
	/** `assetsUrl` as HTML writes it: the name for what a server renders. */
	readonly "assets-url"?: string | null | undefined;
}

declare module "react" {
	namespace JSX {
		interface IntrinsicElements {
			"prompt-sieve": PromptSieveProps;
		}
	}
}
