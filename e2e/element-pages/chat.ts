// Two elements around textareas of the page: one in the document, one in a shadow root that has the same ids.
import "../../src/element/define.ts";
import { recordEvents } from "./record-events.ts";

recordEvents();

const root = document.querySelector("#second-place")?.attachShadow({ mode: "open" });
const label = document.createElement("label");
const textarea = document.createElement("textarea");
const sieve = document.createElement("prompt-sieve");
label.htmlFor = "first-text";
label.textContent = "Second message";
textarea.id = "first-text";
sieve.id = "second";
sieve.htmlFor = "first-text";
sieve.assetsUrl = "./";
sieve.device = "wasm";
sieve.auto = true;
sieve.targetTokens = 40;
// The element first: its textarea comes later.
root?.append(sieve, label, textarea);

// As chats do: the field is emptied without an event.
document.querySelector("#send")?.addEventListener("click", () => {
	const field = document.querySelector<HTMLTextAreaElement>("textarea");
	if (field) field.value = "";
});
