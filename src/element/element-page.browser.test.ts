// The element as a part of its page: attributes, forms, the page's textarea, languages.
import { afterEach, describe, expect, it, vi } from "vitest";
import { mount, painted, part, press, source, type } from "./element.fixture.ts";
import { PromptSieveElement } from "./prompt-sieve-element.ts";

const field = (element: Element) => part(element, "field", HTMLTextAreaElement);

afterEach(() => {
	vi.restoreAllMocks();
	PromptSieveElement.translations.clear();
});

describe("attributes", () => {
	it("are what the properties say, and the other way round", () => {
		const { element } = mount({ rate: "0.3", "target-tokens": "90", question: "Who?", device: "wasm" });
		expect(element).toMatchObject({
			rate: 0.3,
			targetTokens: 90,
			question: "Who?",
			device: "wasm",
			auto: false,
		});
		element.targetTokens = null;
		element.rate = 0.7;
		element.auto = true;
		element.assetsUrl = new URL("https://a.example/");
		element.question = undefined;
		expect(element.getAttributeNames().sort()).toEqual(["assets-url", "auto", "device", "rate"]);
		expect(element.getAttribute("rate")).toBe("0.7");
	});

	it("that cannot be used are, as properties, what counts in their place", () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const wrong = {
			rate: "x",
			"target-tokens": "0",
			rows: "x",
			device: "gpu",
			model: "big",
			"assets-url": "http://",
		};
		expect(mount(wrong).element).toMatchObject({
			rate: 0.5,
			targetTokens: null,
			rows: 5,
			device: "auto",
			model: "embedded",
			assetsUrl: "",
		});
		const right = { device: "wasm", model: "/large/", "assets-url": "./files/", rows: "3" };
		expect(mount(right).element).toMatchObject({
			device: "wasm",
			model: "/large/",
			assetsUrl: "./files/",
			rows: 3,
		});
	});

	it("that are wrong are told by name, once, to the page and to the console; the text stays", async () => {
		const toConsole = vi.spyOn(console, "error").mockImplementation(() => {});
		const { element, events } = mount({ rate: "50%" });
		const told: unknown[] = [];
		element.addEventListener("sieve-error", ({ detail }) => told.push([detail.attribute, detail.error.code]));
		type(field(element), source);
		await painted();
		element.setAttribute("rate", "0.4");
		element.setAttribute("rate", "50%");
		element.setAttribute("device", "gpu");
		element.setAttribute("rows", "x");
		element.setAttribute("required", "false");
		await painted();
		expect(told).toEqual([
			["rate", "invalid-option"],
			["device", "invalid-option"],
			["rows", "invalid-option"],
			["required", "invalid-option"],
		]);
		expect(toConsole.mock.calls).toEqual([
			['<prompt-sieve> rate must be a number, 0 < rate ≤ 1; got "50%".'],
			['<prompt-sieve> device must be "auto", "webgpu" or "wasm"; got "gpu".'],
			['<prompt-sieve> rows must be an integer ≥ 1; got "x".'],
			['<prompt-sieve> required must be left out, or written without a value; got "false".'],
		]);
		expect(field(element).value).toBe(source);
		await press(element, "Compress");
		expect(element.result?.rate).toBeLessThanOrEqual(0.5);
		expect(events.filter((each) => each === "sieve-error")).toHaveLength(4);
	});

	it("and so is a compressor that is none; the one there was stays", async () => {
		const toConsole = vi.spyOn(console, "error").mockImplementation(() => {});
		const { element, compressor, events } = mount();
		for (const wrong of [{}, "wasm", { load() {} }]) Reflect.set(element, "compressor", wrong);
		expect(element.compressor).toBe(compressor);
		expect(events).toEqual(["sieve-error", "sieve-error", "sieve-error"]);
		expect(toConsole.mock.calls[1]).toEqual([
			'<prompt-sieve> compressor must be a compressor, or null; got "wasm".',
		]);
		Reflect.set(element, "compressor", null);
		expect(element.compressor).toBeNull();
	});

	it("the question goes to the model, and makes another result", async () => {
		const { element, compressor } = mount({ question: " When? " });
		element.value = source;
		await element.compress();
		expect(compressor.calls[0]?.options.question).toBe("When?");
		element.question = "Who?";
		expect(element.result).toBeNull();
	});
});

describe("a form", () => {
	function inForm(attributes: Readonly<Record<string, string>>) {
		const form = document.createElement("form");
		const fieldset = document.createElement("fieldset");
		const label = document.createElement("label");
		label.textContent = " Your prompt ";
		label.htmlFor = "sieve";
		const mounted = mount({ id: "sieve", name: "prompt", ...attributes }, (element, place) => {
			fieldset.append(label, element);
			form.append(fieldset);
			place.append(form);
		});
		return { ...mounted, form, fieldset, label, sent: () => new FormData(form).get("prompt") };
	}

	it("gets what the field shows: the source, and the short text once it is applied", async () => {
		const { element, sent } = inForm({});
		type(field(element), source);
		expect(sent()).toBe(source);
		const { text } = await element.compress();
		expect(sent()).toBe(source);
		element.apply();
		expect(sent()).toBe(text);
		element.undo();
		expect(sent()).toBe(source);
	});

	it("resets it to its `value`, and disables it with its fieldset", async () => {
		const { element, form, fieldset, sent } = inForm({ value: "At first." });
		expect([field(element).value, sent()]).toEqual(["At first.", "At first."]);
		type(field(element), source);
		form.reset();
		expect([field(element).value, element.value, sent()]).toEqual(["At first.", "At first.", "At first."]);
		fieldset.disabled = true;
		await painted();
		expect(field(element).disabled).toBe(true);
		expect(part(element, "slider", HTMLInputElement).disabled).toBe(true);
		expect(part(element, "primary", HTMLButtonElement).disabled).toBe(true);
		expect(sent()).toBeNull();
	});

	it("gets its text back from the browser, with the way back to the original", async () => {
		const { element } = inForm({});
		const short = { text: "Do not restart.", tokens: 3 };
		const earlier = [{ original: source, compressed: [short] }];
		const state = { source, short, earlier, inForce: 1 };
		element.formStateRestoreCallback(JSON.stringify(state), "restore");
		expect([field(element).value, element.value]).toEqual(["Do not restart.", source]);
		await press(element, "Undo");
		expect(field(element).value).toBe(source);
		element.formStateRestoreCallback("From the browser's own list.", "autocomplete");
		expect(element.value).toBe("From the browser's own list.");
	});

	it("is not sent while a required text is missing", () => {
		const { element, form } = inForm({ required: "" });
		expect([form.checkValidity(), element.validity.valueMissing]).toEqual([false, true]);
		expect(element.validationMessage).not.toBe("");
		type(field(element), source);
		expect(form.checkValidity()).toBe(true);
	});

	it("takes white space for a required text, as of a textarea", () => {
		const { element, form } = inForm({ required: "" });
		const textarea = document.createElement("textarea");
		textarea.required = true;
		form.append(textarea);
		for (const each of [field(element), textarea]) type(each, " \n");
		expect([textarea.checkValidity(), element.checkValidity()]).toEqual([true, true]);
	});

	it("labels the field", async () => {
		const { element, label } = inForm({});
		await painted();
		expect(field(element).getAttribute("aria-label")).toBe("Your prompt");
		label.click();
		expect(element.shadowRoot?.activeElement).toBe(field(element));
	});
});

describe("`for`", () => {
	function around(later: boolean, root: (place: HTMLElement) => ParentNode & Node) {
		const textarea = document.createElement("textarea");
		textarea.id = "text";
		const mounted = mount({ for: "text" }, (element, place) => {
			const at = root(place);
			at.append(element);
			if (!later) at.append(textarea);
			else setTimeout(() => at.append(textarea));
		});
		return { ...mounted, textarea };
	}

	it.each([
		["in the document", false, (place: HTMLElement) => place],
		["in the same shadow root", false, (place: HTMLElement) => place.attachShadow({ mode: "open" })],
		["that comes later", true, (place: HTMLElement) => place],
	] as const)("takes a textarea %s", async (_, later, root) => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const { element, textarea } = around(later, root);
		await vi.waitFor(() => expect(textarea.isConnected).toBe(true));
		const heard = vi.fn();
		textarea.addEventListener("input", heard);
		await painted();
		type(textarea, source);
		const { text } = await element.compress();
		expect(textarea.value).toBe(source);
		await press(element, "Apply");
		expect(textarea.value).toBe(text);
		await press(element, "Undo");
		expect(textarea.value).toBe(source);
		expect(heard).toHaveBeenCalledTimes(3);
		expect(field(element).checkVisibility()).toBe(false);
	});

	it("says what is missing", async () => {
		const toConsole = vi.spyOn(console, "error").mockImplementation(() => {});
		const { events } = mount({ for: "nowhere" });
		await vi.waitFor(() => expect(events).toEqual(["sieve-error"]));
		expect(toConsole.mock.calls.flat()).toEqual([expect.stringContaining('got "nowhere"')]);
	});

	it("notices that the host has emptied its textarea, without an event", async () => {
		const { element, textarea } = around(false, (place) => place);
		type(textarea, source);
		await element.compress();
		await press(element, "Apply");
		textarea.value = "";
		await vi.waitFor(() => expect(part(element, "preview", HTMLElement).checkVisibility()).toBe(false), 5000);
		expect([element.value, element.result]).toEqual(["", null]);
	});
});

describe("words", () => {
	it("are English, a translation's by `lang`, the host's own above all, and text for ever", async () => {
		PromptSieveElement.translations.set("de", { compress: "Kürzen", keep: "Behalten" });
		const { element, place } = mount();
		place.lang = "de-AT";
		element.strings = { keep: "<b>Halten</b>" };
		await painted();
		expect(part(element, "primary", HTMLButtonElement).textContent).toBe("Kürzen");
		expect(part(element, "amount-label", HTMLElement).textContent).toBe("<b>Halten</b>");
		expect(part(element, "amount-value", HTMLElement).textContent).toMatch(/^50\s%$/);
	});

	it("that are long go below each other where there is no room", async () => {
		const { element, place } = mount({ rate: "0.9" });
		place.style.width = "280px";
		element.strings = { undo: "Rückgängig machen", applyAgain: "Erneut übernehmen" };
		element.value = source;
		await element.compress();
		element.apply();
		element.rate = 0.4;
		await painted();
		const end = element.getBoundingClientRect().right;
		for (const name of ["undo", "primary"]) {
			const button = part(element, name, HTMLButtonElement);
			expect(button.checkVisibility()).toBe(true);
			expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(end);
		}
	});

	it("that nobody knows are told by name, once; the others count", async () => {
		const toConsole = vi.spyOn(console, "error").mockImplementation(() => {});
		PromptSieveElement.translations.set("de", Object.assign({ keep: "Behalten" }, { undoo: "Zurück" }));
		const { element, place } = mount();
		const told: unknown[] = [];
		element.addEventListener("sieve-error", ({ detail }) => told.push(detail.attribute));
		Reflect.set(element, "strings", { compres: "Kürzen", apply: 5, cancel: "Halt" });
		place.lang = "de";
		for (const text of ["one", "two"]) {
			type(field(element), text);
			await painted();
		}
		expect(toConsole.mock.calls.flat()).toEqual([
			expect.stringContaining("strings.compres must be left out"),
			expect.stringContaining("strings.apply must be a string; got 5"),
			expect.stringContaining("translations.de.undoo must be left out"),
		]);
		expect(told).toEqual(["strings", "strings", "translations"]);
		expect(element.strings).toEqual({ cancel: "Halt" });
		expect(part(element, "amount-label", HTMLElement).textContent).toBe("Behalten");
		expect(part(element, "primary", HTMLButtonElement).textContent).toBe("Compress");
	});
});

it("properties that were set before the element was defined count", async () => {
	const { place } = mount();
	const early = document.createElement("prompt-late");
	Reflect.set(early, "rate", 0.25);
	Reflect.set(early, "value", source);
	place.append(early);
	class Late extends PromptSieveElement {}
	customElements.define("prompt-late", Late);
	await painted();
	expect(early.getAttribute("rate")).toBe("0.25");
	expect(Reflect.get(early, "value")).toBe(source);
	expect(field(early).value).toBe(source);
});

it("a move in the page interrupts nothing", async () => {
	const { element, place, compressor } = mount();
	element.value = source;
	let open = () => {};
	compressor.gate = new Promise((resolve) => {
		open = resolve;
	});
	const work = element.compress();
	place.append(document.createElement("p"), element);
	await painted();
	open();
	expect((await work).sourceTokens).toBe(13);
	expect(element.apply()).toBe(true);
});
