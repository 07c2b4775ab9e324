// What a person does with the element, in a browser, with a made-up compressor.
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { CompressorError } from "../core/error.ts";
import { buttonNamed, mount, painted, part, press, source, type } from "./element.fixture.ts";

const field = (element: Element) => part(element, "field", HTMLTextAreaElement);

describe("compress", () => {
	it("asks nothing of the compressor before it is pressed", async () => {
		const { element, compressor } = mount();
		type(field(element), source);
		await painted();
		expect([compressor.loads, compressor.calls.length]).toEqual([0, 0]);
		await press(element, "Compress");
		expect([compressor.loads, compressor.calls.length]).toEqual([1, 1]);
	});

	it("shows the counts, both views and Apply; the field stays as it is", async () => {
		const { element, events } = mount();
		type(field(element), source);
		await press(element, "Compress");
		expect(field(element).value).toBe(source);
		expect(events).toEqual(["sieve-load", "sieve-result"]);
		const { result } = element;
		expect(result?.text.length).toBeLessThan(source.length);
		expect(element.compressed).toBe(result?.text);
		expect(part(element, "counts", HTMLElement).textContent?.replace(/\s+/g, " ")).toMatch(
			/^13 become \d+ tokens \d+% less$/,
		);
		const preview = part(element, "preview-text", HTMLElement);
		expect(preview.textContent).toBe(result?.text);
		const [, leftOut] = element.shadowRoot?.querySelectorAll("input[type=radio]") ?? [];
		if (leftOut instanceof HTMLElement) leftOut.click();
		expect(preview.textContent).toBe(source);
		const struck = [...preview.querySelectorAll("del")].map((each) => each.textContent);
		expect(struck.length).toBeGreaterThan(0);
		expect(buttonNamed(element, "Apply")).toBeDefined();
	});

	it("an amount moved by the slider becomes the attribute, and a result without another scoring", async () => {
		const { element, compressor, events } = mount({ rate: "0.9" });
		type(field(element), source);
		await press(element, "Compress");
		const slider = part(element, "slider", HTMLInputElement);
		slider.value = "60";
		slider.dispatchEvent(new InputEvent("input"));
		expect(element.getAttribute("rate")).toBe("0.6");
		expect(element.result?.rate).toBeLessThanOrEqual(0.6);
		expect(events).toEqual(["sieve-load", "sieve-result", "sieve-result"]);
		expect(compressor.calls).toHaveLength(1);
		await painted();
		expect(slider.getAttribute("aria-valuetext")).toMatch(/^60%: \d+ \/ 13 tokens$/);
	});

	it("a failure leaves the text alone, says what failed, and can be tried again", async () => {
		const { element, compressor, events } = mount();
		type(field(element), source);
		compressor.failure = new CompressorError("out-of-memory", "<img src=x onerror=alert(1)>");
		await press(element, "Compress");
		expect(field(element).value).toBe(source);
		expect(element.compressed).toBe(source);
		expect(events).toEqual(["sieve-load", "sieve-error"]);
		const error = part(element, "error", HTMLElement);
		expect(error.textContent).toContain("There is not enough memory for the model. Your text is unchanged.");
		expect(error.textContent).toContain("<img src=x onerror=alert(1)>");
		await press(element, "Try again");
		expect(error.textContent).toBe("");
		expect(element.result).not.toBeNull();
	});

	it("is cancelled by its button, or by another text, without an error", async () => {
		const { element, compressor, events } = mount();
		type(field(element), source);
		compressor.gate = new Promise(() => {});
		await press(element, "Compress");
		await press(element, "Cancel");
		expect(compressor.calls[0]?.options.signal?.aborted).toBe(true);
		await press(element, "Compress");
		type(field(element), `${source} Now.`);
		expect(compressor.calls[1]?.options.signal?.aborted).toBe(true);
		await painted();
		expect(events).toEqual(["sieve-load"]);
		expect(part(element, "progress", HTMLElement).checkVisibility()).toBe(false);
	});

	it("rejects for a caller with the compressor's error", async () => {
		const { element, compressor } = mount();
		element.value = source;
		compressor.failure = new CompressorError("no-device", "none");
		await expect(element.compress()).rejects.toMatchObject({ code: "no-device" });
		expect((await element.compress()).sourceTokens).toBe(13);
	});
});

describe("apply", () => {
	it("puts the short text into the field, undo the source back, exactly", async () => {
		const { element, events } = mount();
		const exact = `  ${source}\n\n\t${source} \n`;
		type(field(element), exact);
		await press(element, "Compress");
		const short = element.compressed;
		await press(element, "Apply");
		expect([field(element).value, element.value]).toEqual([short, exact]);
		await press(element, "Undo");
		expect([field(element).value, element.value, element.compressed]).toEqual([exact, exact, short]);
		expect(events.slice(-2)).toEqual(["sieve-apply", "sieve-undo"]);
	});

	it("is undone and redone by the browser's own keys", async () => {
		const { element } = mount();
		type(field(element), source);
		await press(element, "Compress");
		const short = element.compressed;
		await press(element, "Apply");
		field(element).focus();
		await userEvent.keyboard("{Control>}z{/Control}");
		expect([field(element).value, element.value]).toEqual([source, source]);
		await painted();
		expect(buttonNamed(element, "Undo")).toBeUndefined();
		expect(buttonNamed(element, "Apply")).toBeDefined();
		await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
		expect([field(element).value, element.value]).toEqual([short, source]);
		await press(element, "Undo");
		expect(field(element).value).toBe(source);
	});

	it("is undone step by step, however often it was edited and applied again", async () => {
		const { element } = mount();
		const texts = [source];
		type(field(element), source);
		for (const more of ["And tell everyone else.", "Or wait for me to come back."]) {
			await press(element, "Compress");
			await press(element, "Apply");
			type(field(element), `${field(element).value} ${more}`);
			texts.push(field(element).value);
		}
		await press(element, "Compress");
		await press(element, "Apply");
		for (const text of texts.reverse()) {
			await press(element, "Undo");
			expect([field(element).value, element.value]).toEqual([text, text]);
		}
		expect(element.undo()).toBe(false);
	});

	it("says what is in the field when the amount is moved, and puts the other short text there", async () => {
		const { element } = mount({ rate: "0.9" });
		type(field(element), source);
		await press(element, "Compress");
		await press(element, "Apply");
		const inField = part(element, "in-field", HTMLElement);
		expect(inField.textContent).toBe("");
		const first = { text: field(element).value, tokens: element.result?.keptTokens };
		element.rate = 0.4;
		await painted();
		expect(field(element).value).toBe(first.text);
		expect(inField.textContent).toBe(`In the field: ${first.tokens} tokens`);
		await press(element, "Apply again");
		expect(field(element).value).toBe(element.result?.text);
		expect([inField.textContent, buttonNamed(element, "Apply again")]).toEqual(["", undefined]);
		await press(element, "Undo");
		expect([field(element).value, element.undo()]).toEqual([source, false]);
	});

	it("turns the preview to what was left out, and back to what the person had chosen", async () => {
		const { element } = mount({ rate: "0.9" });
		type(field(element), source);
		await press(element, "Compress");
		const preview = part(element, "preview-text", HTMLElement);
		const short = preview.textContent;
		await press(element, "Apply");
		expect([preview.textContent, preview.getAttribute("aria-label")]).toEqual([source, "Left out"]);
		expect(element.shadowRoot?.querySelectorAll("input:checked")).toHaveLength(1);
		await press(element, "Undo");
		expect([preview.textContent, preview.getAttribute("aria-label")]).toEqual([short, "Short text"]);
		await press(element, "Apply");
		element.rate = 0.4;
		await painted();
		expect(preview.textContent).toBe(element.result?.text);
	});

	it("leaves the focus on a button", async () => {
		const { element } = mount();
		type(field(element), source);
		await press(element, "Compress");
		buttonNamed(element, "Apply")?.focus();
		await press(element, "Apply");
		expect(element.shadowRoot?.activeElement).toBe(buttonNamed(element, "Undo"));
		await press(element, "Undo");
		expect(element.shadowRoot?.activeElement).toBe(buttonNamed(element, "Apply"));
	});

	it("takes no result of an earlier text", async () => {
		const { element } = mount();
		type(field(element), source);
		await press(element, "Compress");
		type(field(element), `${source} And wait.`);
		expect(element.apply()).toBe(false);
		expect(element.result).toBeNull();
		expect(field(element).value).toBe(`${source} And wait.`);
	});
});

describe("auto", () => {
	it("compresses when the typing rests, and never touches the field", async () => {
		const { element, compressor } = mount({ auto: "" });
		for (const text of ["Please", "Please do", source]) type(field(element), text);
		await vi.waitFor(() => expect(element.result).not.toBeNull(), { timeout: 5000 });
		expect(compressor.calls.map(({ text }) => text)).toEqual([source]);
		expect(field(element).value).toBe(source);
		expect(part(element, "visually-hidden", HTMLElement).textContent).not.toContain("Compressed");
	});

	it("is the person's to start where it was cancelled, or an empty field waits", async () => {
		const { element, compressor } = mount({ auto: "" });
		await painted();
		expect(buttonNamed(element, "Compress")?.getAttribute("aria-disabled")).toBe("true");
		type(field(element), source);
		await press(element, "Compress");
		compressor.gate = new Promise(() => {});
		type(field(element), `${source} Now.`);
		await vi.waitFor(() => expect(buttonNamed(element, "Cancel")).toBeDefined(), { timeout: 5000 });
		await press(element, "Cancel");
		compressor.gate = null;
		await press(element, "Compress");
		expect(element.result).not.toBeNull();
	});

	it("keeps the last result in sight, paler, while the next one comes", async () => {
		const { element } = mount({ auto: "" });
		type(field(element), source);
		await vi.waitFor(() => expect(element.result).not.toBeNull(), { timeout: 5000 });
		type(field(element), `${source} And wait.`);
		await painted();
		const preview = part(element, "preview", HTMLElement);
		expect([preview.checkVisibility(), preview.hasAttribute("data-stale")]).toEqual([true, true]);
		expect(buttonNamed(element, "Apply")?.getAttribute("aria-disabled")).toBe("true");
	});
});

it("markup in a text stays text", async () => {
	const { element } = mount();
	const markup =
		'<img src=x onerror="document.title=1"> <b>Please</b> do <script>not</script> restart &amp; run.';
	type(field(element), markup);
	await press(element, "Compress");
	for (const radio of element.shadowRoot?.querySelectorAll("input[type=radio]") ?? []) {
		if (radio instanceof HTMLElement) radio.click();
		await painted();
		expect(element.shadowRoot?.querySelectorAll("img, b, script")).toHaveLength(0);
	}
	expect(part(element, "preview-text", HTMLElement).textContent).toBe(markup);
});
