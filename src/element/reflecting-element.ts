// The properties that mirror the element's attributes. The attributes are the truth: nothing is kept here. Of an
// attribute that cannot be used, the property has what counts in its place.
import {
	type AttributeName,
	defaultRate,
	defaultRows,
	parseDevice,
	parseModel,
	parseRate,
	parseTokens,
	parseUrl,
} from "./attributes.ts";

/** A server that renders a page imports the class, though it never makes an element. */
const BaseElement: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/** Names of all properties that a host may have set before the element was defined. */
export const settableNames = [
	"htmlFor",
	"name",
	"defaultValue",
	"value",
	"rate",
	"targetTokens",
	"question",
	"auto",
	"disabled",
	"required",
	"placeholder",
	"rows",
	"model",
	"device",
	"assetsUrl",
	"strings",
	"compressor",
] as const;

export class ReflectingElement extends BaseElement {
	/** Id of the host's textarea. `""`: the element has a field of its own. */
	get htmlFor(): string {
		return this.#read("for");
	}
	set htmlFor(value: string | null | undefined) {
		this.#write("for", value || null);
	}

	/** The name under which the field's text is submitted. */
	get name(): string {
		return this.#read("name");
	}
	set name(value: string | null | undefined) {
		this.#write("name", value);
	}

	/** What the element's own field holds at first and after a reset; the attribute `value`. */
	get defaultValue(): string {
		return this.#read("value");
	}
	set defaultValue(value: string | null | undefined) {
		this.#write("value", value);
	}

	/** Share of the LLM tokens to keep, 0 < rate ≤ 1. Default 0.5. Moved by the slider unless there is a budget. */
	get rate(): number {
		return parseRate(this.#read("rate")) ?? defaultRate;
	}
	set rate(value: number | null | undefined) {
		this.#write("rate", value);
	}

	/** Budget in LLM tokens, an integer ≥ 1; null: none, `rate` counts. Moved by the slider. */
	get targetTokens(): number | null {
		return parseTokens(this.#read("target-tokens")) ?? null;
	}
	set targetTokens(value: number | null | undefined) {
		this.#write("target-tokens", value);
	}

	/** What the LLM will be asked about the text. Default `""`: nothing. */
	get question(): string {
		return this.#read("question");
	}
	set question(value: string | null | undefined) {
		this.#write("question", value);
	}

	/** Compresses by itself, after a pause in the typing. It still takes the person to apply the result. */
	get auto(): boolean {
		return this.hasAttribute("auto");
	}
	set auto(value: boolean | null | undefined) {
		this.toggleAttribute("auto", Boolean(value));
	}

	/** Nothing can be typed, moved or pressed. */
	get disabled(): boolean {
		return this.hasAttribute("disabled");
	}
	set disabled(value: boolean | null | undefined) {
		this.toggleAttribute("disabled", Boolean(value));
	}

	/** The element's own field must not be empty when its form is sent. White space is a text, as in a textarea. */
	get required(): boolean {
		return this.hasAttribute("required");
	}
	set required(value: boolean | null | undefined) {
		this.toggleAttribute("required", Boolean(value));
	}

	/** Of the element's own field. */
	get placeholder(): string {
		return this.#read("placeholder");
	}
	set placeholder(value: string | null | undefined) {
		this.#write("placeholder", value);
	}

	/** Lines of the element's own field. Default 5. */
	get rows(): number {
		return parseTokens(this.#read("rows")) ?? defaultRows;
	}
	set rows(value: number | null | undefined) {
		this.#write("rows", value);
	}

	/** `"embedded"`, the default, or the URL of a model's folder, which ends in `/`. */
	get model(): string {
		const model = this.#read("model");
		return parseModel(model, this.baseURI) ? model : "embedded";
	}
	set model(value: string | null | undefined) {
		this.#write("model", value);
	}

	/** `"auto"`, the default, `"webgpu"` or `"wasm"`. */
	get device(): string {
		return parseDevice(this.#read("device")) ?? "auto";
	}
	set device(value: string | null | undefined) {
		this.#write("device", value);
	}

	/** Folder of model and wasm files, relative to the document. Default `""`: beside the package's own files. */
	get assetsUrl(): string {
		const url = this.#read("assets-url");
		return parseUrl(url, this.baseURI) ? url : "";
	}
	set assetsUrl(value: string | URL | null | undefined) {
		this.#write("assets-url", value);
	}

	#read(name: AttributeName): string {
		return this.getAttribute(name) ?? "";
	}

	/** Frameworks take a property back by setting it to null or undefined. */
	#write(name: AttributeName, value: string | number | URL | null | undefined): void {
		if (value === null || value === undefined) this.removeAttribute(name);
		else this.setAttribute(name, String(value));
	}
}

/** Properties that were set before the element was defined lie over the class's own: they are set again, through them. */
export function upgradeProperties(element: ReflectingElement): void {
	for (const name of settableNames) {
		if (!Object.hasOwn(element, name)) continue;
		const value: unknown = Reflect.get(element, name);
		Reflect.deleteProperty(element, name);
		Reflect.set(element, name, value);
	}
}
