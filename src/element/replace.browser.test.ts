// Apply and Undo write into the element's textarea and nowhere else, whether or not it can take the focus.
import { expect, it } from "vitest";
import { mount, source } from "./element.fixture.ts";

interface Page {
	readonly textarea: HTMLTextAreaElement;
	readonly input: HTMLInputElement;
	readonly editor: HTMLElement;
}

function page(wrap: (page: Page, place: HTMLElement) => Node) {
	const textarea = document.createElement("textarea");
	const input = document.createElement("input");
	const editor = document.createElement("div");
	textarea.id = "text";
	input.value = "other";
	editor.contentEditable = "true";
	editor.textContent = "My notes";
	const parts = { textarea, input, editor };
	const mounted = mount({ for: "text" }, (element, place) => {
		place.append(input, editor, element);
		place.append(wrap(parts, place));
	});
	return { ...mounted, ...parts };
}

function inside(tag: "details" | "div", textarea: Node, prepare: (around: HTMLElement) => void): Node {
	const around = document.createElement(tag);
	prepare(around);
	around.append(textarea);
	return around;
}

const places: readonly (readonly [string, (page: Page) => Node])[] = [
	["is in sight", ({ textarea }) => textarea],
	["is hidden", ({ textarea }) => Object.assign(textarea, { hidden: true })],
	[
		"is not displayed",
		({ textarea }) =>
			inside("div", textarea, (around) => {
				around.style.display = "none";
			}),
	],
	["is in closed details", ({ textarea }) => inside("details", textarea, () => {})],
	[
		"is inert",
		({ textarea }) =>
			inside("div", textarea, (around) => {
				around.inert = true;
			}),
	],
	[
		"sends the focus on",
		({ textarea, input }) => {
			textarea.addEventListener("focus", () => {
				input.focus();
				input.select();
			});
			return textarea;
		},
	],
];

it.each(places)("a textarea that %s", async (_, wrap) => {
	const { element, textarea, input, editor } = page(wrap);
	textarea.value = source;
	const heard: string[] = [];
	textarea.addEventListener("input", () => heard.push(textarea.value));
	const { text } = await element.compress();
	editor.focus();
	getSelection()?.selectAllChildren(editor);
	expect(element.apply()).toBe(true);
	expect([textarea.value, input.value, editor.textContent]).toEqual([text, "other", "My notes"]);
	expect(document.activeElement).toBe(editor);
	input.focus();
	input.select();
	expect(element.undo()).toBe(true);
	expect([textarea.value, input.value, editor.textContent]).toEqual([source, "other", "My notes"]);
	expect(document.activeElement).toBe(input);
	expect(heard).toEqual([text, source]);
	input.blur();
	element.apply();
	expect([textarea.value, document.activeElement]).toEqual([text, document.body]);
});

it("a textarea in a closed shadow root", async () => {
	const { element, place } = mount();
	const host = document.createElement("div");
	const root = host.attachShadow({ mode: "closed" });
	const textarea = document.createElement("textarea");
	const input = document.createElement("input");
	textarea.id = "text";
	textarea.value = source;
	input.value = "other";
	root.append(textarea, input, element);
	place.append(host);
	element.htmlFor = "text";
	const { text } = await element.compress();
	input.focus();
	input.select();
	element.apply();
	expect([textarea.value, input.value, root.activeElement]).toEqual([text, "other", input]);
	textarea.focus();
	document.execCommand("undo");
	expect([textarea.value, element.value]).toEqual([source, source]);
});

it("a textarea that a frame has made", async () => {
	const { element, place } = mount();
	const frame = document.createElement("iframe");
	place.append(frame);
	const inner = frame.contentDocument;
	if (inner === null) throw new Error("the frame has no document");
	const textarea = inner.createElement("textarea");
	textarea.id = "text";
	textarea.value = source;
	inner.body.append(textarea, element);
	element.htmlFor = "text";
	expect(element.value).toBe(source);
	const { text } = await element.compress();
	element.apply();
	expect(textarea.value).toBe(text);
	element.undo();
	expect(textarea.value).toBe(source);
});
