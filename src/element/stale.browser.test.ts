// When a result is one no more, and a host whose compressor or textarea is not as it should be.
import { afterEach, describe, expect, it, vi } from "vitest";
import { CompressorError } from "../core/error.ts";
import { fakeCompressor, info, scoredText } from "./compressor.fixture.ts";
import { buttonNamed, mount, painted, part, press, source } from "./element.fixture.ts";
import type { ElementCompressor } from "./lease.ts";

const field = (element: Element) => part(element, "field", HTMLTextAreaElement);
const hints = (element: Element) => part(element, "hints", HTMLElement);

function withTextarea(attributes: Readonly<Record<string, string>> = {}) {
	const textarea = document.createElement("textarea");
	textarea.id = "text";
	textarea.value = source;
	const mounted = mount({ for: "text", ...attributes }, (element, place) => place.append(textarea, element));
	return { ...mounted, textarea };
}

afterEach(() => {
	vi.restoreAllMocks();
});

describe("another compressor", () => {
	const changes = [
		["model", "/large/"],
		["device", "wasm"],
		["assets-url", "/files/"],
	] as const;

	it.each(changes)("by %s makes the result none, and leaves the way back", async (name, value) => {
		const { element, compressor } = mount();
		element.value = source;
		const { text } = await element.compress();
		element.setAttribute(name, value);
		expect([element.result, element.compressed, element.apply()]).toEqual([null, source, false]);
		await press(element, "Compress");
		await press(element, "Apply");
		element.removeAttribute(name);
		await painted();
		expect([field(element).value, element.result]).toEqual([text, null]);
		expect(buttonNamed(element, "Compress")?.getAttribute("aria-disabled")).toBe("false");
		await press(element, "Undo");
		expect([field(element).value, compressor.calls.length]).toEqual([source, 2]);
	});

	it("of the host's own reads the text anew", async () => {
		const { element, events } = mount();
		element.value = source;
		await element.compress();
		const next = fakeCompressor();
		element.compressor = next;
		expect(element.result).toBeNull();
		await press(element, "Compress");
		expect([next.calls.length, element.result === null]).toEqual([1, false]);
		expect(events).not.toContain("sieve-error");
	});

	it("is asked by itself with `auto`", async () => {
		const { element, compressor } = mount({ auto: "" });
		element.value = source;
		await element.compress();
		element.setAttribute("device", "wasm");
		await vi.waitFor(() => expect(element.result).not.toBeNull(), { timeout: 5000 });
		expect(compressor.calls).toHaveLength(2);
	});

	it("ends a load that runs, without an error", async () => {
		const { element, events } = mount();
		let fail = (_: unknown) => {};
		const loading = new Promise<never>((_, reject) => {
			fail = reject;
		});
		element.compressor = { ...fakeCompressor(), load: () => loading };
		element.value = source;
		const work = element.compress();
		element.setAttribute("model", "/large/");
		await expect(work).rejects.toMatchObject({ code: "aborted" });
		fail(new CompressorError("disposed", "The compressor was disposed of."));
		await painted();
		expect(events).toEqual([]);
		expect(part(element, "error", HTMLElement).textContent).toBe("");
		expect(buttonNamed(element, "Compress")).toBeDefined();
	});
});

describe("a value", () => {
	it("that is there already changes nothing: the original, and the short text in its place", async () => {
		const { element } = mount();
		element.value = `${source}\r\nNow.`;
		const { text } = await element.compress();
		element.apply();
		for (const same of [element.value, `${source}\r\nNow.`, field(element).value]) {
			element.value = same;
			expect([field(element).value, element.value]).toEqual([text, `${source}\nNow.`]);
		}
		element.value = "Another one.";
		expect([field(element).value, element.undo()]).toEqual(["Another one.", false]);
	});

	it("of the attribute is the own field's once `for` is gone", () => {
		const { element, textarea } = withTextarea({ value: "At first." });
		expect(element.value).toBe(source);
		element.htmlFor = "";
		expect([element.hasAttribute("for"), element.value]).toEqual([false, "At first."]);
		expect([field(element).value, textarea.value]).toEqual(["At first.", source]);
	});
});

describe("a textarea that cannot be written", () => {
	const locks: readonly (readonly [string, (textarea: HTMLTextAreaElement) => () => void])[] = [
		[
			"is read-only",
			(textarea) => {
				textarea.readOnly = true;
				return () => {
					textarea.readOnly = false;
				};
			},
		],
		[
			"is disabled by its fieldset",
			(textarea) => {
				const fieldset = document.createElement("fieldset");
				textarea.replaceWith(fieldset);
				fieldset.append(textarea);
				fieldset.disabled = true;
				return () => {
					fieldset.disabled = false;
				};
			},
		],
		[
			"is away",
			(textarea) => {
				const { parentElement } = textarea;
				textarea.remove();
				return () => parentElement?.append(textarea);
			},
		],
	];

	it.each(locks)("as it %s, says so in the place of Apply and of Undo", async (_, lock) => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const { element, textarea } = withTextarea();
		const { text } = await element.compress();
		let unlock = lock(textarea);
		element.refresh();
		await painted();
		expect(hints(element).textContent).toContain("cannot be changed");
		expect(buttonNamed(element, "Apply")?.getAttribute("aria-disabled")).toBe("true");
		expect([element.apply(), element.value]).toEqual([false, source]);
		unlock();
		element.refresh();
		await painted();
		expect(hints(element).textContent).not.toContain("cannot be changed");
		await press(element, "Apply");
		expect(textarea.value).toBe(text);
		unlock = lock(textarea);
		await vi.waitFor(() => expect(buttonNamed(element, "Undo")).toBeUndefined(), { timeout: 5000 });
		unlock();
		element.refresh();
		await press(element, "Undo");
		expect(textarea.value).toBe(source);
	});
});

describe("a compressor of the host's that", () => {
	const answer = (score: (text: string) => unknown): ElementCompressor => ({
		load: async () => info,
		score: async (text) => score(text) as ReturnType<typeof scoredText>,
	});
	const bad: readonly (readonly [string, ElementCompressor])[] = [
		[
			"throws at once",
			{
				load: async () => info,
				score: () => {
					throw new RangeError("boom");
				},
			},
		],
		["scores nothing", answer(() => null)],
		["scores another text", answer(() => scoredText("Another one."))],
		[
			"selects with an error",
			answer((text) => ({
				text,
				select() {
					throw new RangeError("boom");
				},
			})),
		],
		["selects nothing", answer((text) => ({ text, select: () => undefined }))],
		["selects garbage", answer((text) => ({ text, select: () => ({ text: 5, spans: "x" }) }))],
		[
			"selects no spans",
			answer((text) => ({
				text,
				select: () => ({ text, sourceTokens: 1, keptTokens: 1, spans: [null], warnings: [] }),
			})),
		],
	];

	it.each(bad)("%s is told as an error, and tried again", async (_, compressor) => {
		const { element, events } = mount();
		element.value = source;
		element.compressor = compressor;
		await expect(element.compress()).rejects.toBeInstanceOf(CompressorError);
		await painted();
		expect(events).toEqual(["sieve-load", "sieve-error"]);
		expect([element.result, element.apply(), element.value]).toEqual([null, false, source]);
		expect(part(element, "preview", HTMLElement).checkVisibility()).toBe(false);
		element.compressor = fakeCompressor();
		await press(element, "Compress");
		expect(element.result).not.toBeNull();
	});

	it("selects with an error when the amount is moved leaves no result", async () => {
		const { element, events } = mount();
		element.value = source;
		let isBroken = false;
		element.compressor = answer((text) => ({
			text,
			select: (options: { rate: number }) => {
				if (isBroken) throw new Error("boom");
				return scoredText(text).select(options);
			},
		}));
		await element.compress();
		isBroken = true;
		element.rate = 0.2;
		await painted();
		expect(events.slice(-1)).toEqual(["sieve-error"]);
		expect([element.result, element.apply()]).toEqual([null, false]);
		isBroken = false;
		await press(element, "Try again");
		expect(element.result?.rate).toBeLessThan(0.25);
	});
});

it("the row stays as it is when Undo takes the place of Apply", async () => {
	const { element, place } = mount();
	place.style.width = "800px";
	element.strings = { apply: "Kurzen Text übernehmen", undo: "Zurück" };
	element.value = source;
	await element.compress();
	await painted();
	const edges = () => {
		const { left, right } = part(element, "slider", HTMLInputElement).getBoundingClientRect();
		return [left, right];
	};
	const before = edges();
	await press(element, "Kurzen Text übernehmen");
	expect(edges()).toEqual(before);
	await press(element, "Zurück");
	expect(edges()).toEqual(before);
});
