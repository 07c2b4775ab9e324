// The element in what React has rendered on a server, once React has taken it over in the browser.
import { createElement, StrictMode, useSyncExternalStore } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { fakeCompressor } from "./compressor.fixture.ts";
import "./define.ts";
import { source } from "./element.fixture.ts";
import type { PromptSieveElement } from "./prompt-sieve-element.ts";
import type { PromptSieveProps } from "./react.ts";

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

/** @returns what the server rendered, and the element in it as the browser has it in the end */
async function hydrate(Component: () => React.ReactNode) {
	const app = createElement(StrictMode, null, createElement(Component));
	const html = renderToString(app);
	const place = document.createElement("main");
	place.innerHTML = html;
	document.body.append(place);
	const logged = vi.spyOn(console, "error");
	const onRecoverableError = vi.fn();
	const root = hydrateRoot(place, app, { onRecoverableError });
	ends.push(() => {
		root.unmount();
		place.remove();
		logged.mockRestore();
	});
	const element = await vi.waitUntil(() => place.querySelector("prompt-sieve"));
	await vi.waitUntil(() => element.compressor);
	expect([logged.mock.calls, onRecoverableError.mock.calls]).toEqual([[], []]);
	return { html, element };
}

const never = () => () => {};

it("rendered in the browser alone, has its properties and is listened to", async () => {
	const heard: string[] = [];
	const props: PromptSieveProps = {
		targetTokens: 7,
		assetsUrl: "/files/",
		strings: { compress: "Kürzen" },
		compressor: fakeCompressor(),
		"onsieve-result": ({ detail }) => heard.push(detail.source),
	};
	const { html, element } = await hydrate(() => {
		const isInBrowser = useSyncExternalStore(
			never,
			() => true,
			() => false,
		);
		return isInBrowser && createElement("prompt-sieve", props);
	});
	expect(html).toBe("");
	expect(element.targetTokens).toBe(7);
	expect(new URL(element.assetsUrl, document.baseURI).pathname).toBe("/files/");
	expect(element.strings).toEqual({ compress: "Kürzen" });
	element.value = source;
	await element.compress();
	expect(heard).toEqual([source]);
});

it("rendered on the server, has the attributes as HTML writes them, and the rest by a ref", async () => {
	const heard: string[] = [];
	const compressor = fakeCompressor();
	const props: PromptSieveProps = {
		"target-tokens": 7,
		"assets-url": "/files/",
		auto: true,
		value: source,
		ref(element: PromptSieveElement) {
			const onResult = ({ detail }: HTMLElementEventMap["sieve-result"]) => void heard.push(detail.source);
			element.compressor = compressor;
			element.addEventListener("sieve-result", onResult);
			return () => element.removeEventListener("sieve-result", onResult);
		},
	};
	const { html, element } = await hydrate(() => createElement("prompt-sieve", props));
	expect(html).toContain('target-tokens="7"');
	expect(element.auto).toBe(true);
	expect(element.targetTokens).toBe(7);
	expect(new URL(element.assetsUrl, document.baseURI).pathname).toBe("/files/");
	expect(element.value).toBe(source);
	await element.compress();
	expect(heard).toEqual([source]);
});
