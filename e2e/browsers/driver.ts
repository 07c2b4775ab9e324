// What the smoke tests ask of a browser that Playwright cannot drive: two transports behind one interface.

/** A key of the WebDriver standard, by the name the tests give it (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const keys = {
	Tab: "\uE004",
	Enter: "\uE007",
	Shift: "\uE008",
	Control: "\uE009",
	Escape: "\uE00C",
	Space: " ",
	Home: "\uE011",
	ArrowLeft: "\uE012",
	ArrowRight: "\uE014",
} as const;

/** Values of the "actions" command; classic and BiDi take the same. */
export type InputSource =
	| { type: "key"; id: "keyboard"; actions: { type: "keyDown" | "keyUp"; value: string }[] }
	| {
			type: "pointer";
			id: "mouse";
			actions: (
				| { type: "pointerMove"; x: number; y: number }
				| { type: "pointerDown" | "pointerUp"; button: number }
			)[];
	  };

export interface Transport {
	/** Opens the address and waits until it has loaded. */
	goto(url: string): Promise<void>;
	/** Evaluates an expression that gives a string or a promise of one. */
	evaluate(expression: string): Promise<string>;
	perform(source: InputSource): Promise<void>;
	/** Width and height of the page's own area, CSS pixels. */
	resize(width: number, height: number): Promise<void>;
	/** PNG of what is in view. */
	screenshot(): Promise<Buffer>;
	/** Ends the browser and whatever was started for it. */
	quit(): Promise<void>;
}

export class Driver {
	readonly #transport: Transport;

	constructor(transport: Transport) {
		this.#transport = transport;
	}

	goto(url: string): Promise<void> {
		return this.#transport.goto(url);
	}

	resize(width: number, height: number): Promise<void> {
		return this.#transport.resize(width, height);
	}

	screenshot(): Promise<Buffer> {
		return this.#transport.screenshot();
	}

	quit(): Promise<void> {
		return this.#transport.quit();
	}

	/** Runs a function in the page; arguments and result cross as JSON. */
	async evaluate<Result, Values extends readonly unknown[]>(
		inPage: (...values: Values) => Result | Promise<Result>,
		...values: Values
	): Promise<Result> {
		const call = `(${inPage})(...${JSON.stringify(values)})`;
		// A failure crosses as a value: what the two transports make of a rejection differs.
		const json = await this.#transport.evaluate(
			`Promise.resolve().then(() => ${call}).then((value) => JSON.stringify({ value }), (error) => JSON.stringify({ error: String(error) }))`,
		);
		const answer: { value: Result } | { error: string } = JSON.parse(json);
		if ("error" in answer) throw new Error(answer.error);
		return answer.value;
	}

	/** Presses a key or several together, e.g. `press("Control", "a")`, and lets go in the opposite order. */
	async press(...names: readonly (keyof typeof keys | (string & {}))[]): Promise<void> {
		const values = names.map((name) => Object.entries(keys).find(([key]) => key === name)?.[1] ?? name);
		await this.#transport.perform({
			type: "key",
			id: "keyboard",
			actions: [
				...values.map((value) => ({ type: "keyDown" as const, value })),
				...values.toReversed().map((value) => ({ type: "keyUp" as const, value })),
			],
		});
	}

	async type(text: string): Promise<void> {
		const actions = [...text].flatMap((value) => [
			{ type: "keyDown" as const, value },
			{ type: "keyUp" as const, value },
		]);
		await this.#transport.perform({ type: "key", id: "keyboard", actions });
	}

	/**
	 * Clicks the middle of the element that `selector` names; of one in a shadow root with `host >> part`. Fails where a
	 * person would not hit it: it is not shown, or something lies over it.
	 */
	async click(selector: string): Promise<void> {
		const { x, y } = await this.evaluate((path) => {
			const [first = "", ...inner] = path.split(" >> ");
			let scope: Document | ShadowRoot = document;
			let found = scope.querySelector(first);
			for (const step of inner) {
				scope = found?.shadowRoot ?? scope;
				found = scope.querySelector(step);
			}
			if (found === null) throw new Error(`Nothing is ${path}`);
			found.scrollIntoView({ block: "nearest" });
			const rect = found.getBoundingClientRect();
			const x = Math.round(rect.left + rect.width / 2);
			const y = Math.round(rect.top + rect.height / 2);
			const hit = scope.elementFromPoint(x, y);
			if (!found.contains(hit)) throw new Error(`At the place of ${path} is ${hit?.outerHTML.slice(0, 200)}`);
			return { x, y };
		}, selector);
		await this.#transport.perform({
			type: "pointer",
			id: "mouse",
			actions: [
				{ type: "pointerMove", x, y },
				{ type: "pointerDown", button: 0 },
				{ type: "pointerUp", button: 0 },
			],
		});
	}
}
