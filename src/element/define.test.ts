import { expect, it } from "vitest";

it("may be imported where there is no DOM, as by a server that renders the page", async () => {
	expect(globalThis.customElements).toBeUndefined();
	const { PromptSieveElement } = await import("./define.ts");
	expect(PromptSieveElement.observedAttributes).toContain("target-tokens");
});
