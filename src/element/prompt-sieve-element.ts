// `<prompt-sieve>`, the class: attributes, form and lifecycle on one side, session and view on the other. Importing
// this registers nothing; define.ts does.
import { invalidOption } from "../core/invalid-option.ts";
import type { CompressResult } from "../core/result.ts";
import { attributeNames, readAttributes, type SieveSettings } from "./attributes.ts";
import { applied, canUndo, emptyDraft, fieldText, undone } from "./draft.ts";
import { draftFromState } from "./draft-state.ts";
import { emit } from "./emit.ts";
import { FieldBinding } from "./field-binding.ts";
import { FormControlElement } from "./form-control-element.ts";
import { type ElementCompressor, isElementCompressor } from "./lease.ts";
import { LeaseHolder } from "./lease-holder.ts";
import { OnceATask } from "./once-a-task.ts";
import { Pause } from "./pause.ts";
import { ProblemReport } from "./problem-report.ts";
import { upgradeProperties } from "./reflecting-element.ts";
import { RestoredDraft } from "./restored-draft.ts";
import { SieveSession } from "./sieve-session.ts";
import type { PartialStrings } from "./strings.ts";
import { setValue } from "./text-field.ts";
import { View } from "./view.ts";
import { saidOf, viewModel } from "./view-model.ts";
import { Words } from "./words.ts";

// The events' module types `addEventListener`, and has to be named in the declarations for that.
export type * from "./events.ts";
export type { PartialStrings, SieveStrings } from "./strings.ts";

/** With `auto`, the typing must rest this long, in milliseconds. */
const rest = 600;

/**
 * Makes a prompt shorter, before it is sent and in sight of the person who wrote it. Around a textarea that the page
 * has (`for`), or with a field of its own, which takes part in forms.
 *
 * @customElement
 * @tagname prompt-sieve
 *
 * @attr {string} for - Id of the page's textarea, in the same document or shadow root.
 * @attr {string} name - The name under which the field's text is submitted.
 * @attr {string} value - What the element's own field holds at first and after a reset.
 * @attr {number} rate - Share of the LLM tokens to keep, 0 < rate ≤ 1. Default 0.5.
 * @attr {number} target-tokens - Budget in LLM tokens, an integer ≥ 1, in place of `rate`.
 * @attr {string} question - What the LLM will be asked about the text.
 * @attr {boolean} auto - Compresses after a pause in the typing.
 * @attr {boolean} disabled - Nothing can be typed, moved or pressed.
 * @attr {boolean} required - The element's own field must not be empty; white space is a text, as in a textarea.
 * @attr {string} placeholder - Of the element's own field.
 * @attr {number} rows - Lines of the element's own field. Default 5.
 * @attr {string} model - `embedded`, the default; a model of the Hugging Face hub, `owner/name`; or the URL of a model's folder.
 * @attr {"auto" | "webgpu" | "wasm"} device - Where the model runs. Default `auto`.
 * @attr {string} assets-url - Folder of model and wasm files.
 *
 * @fires {CustomEvent<ModelInfo>} sieve-load - The model is ready.
 * @fires {CustomEvent<ProgressEvent>} sieve-progress - Bytes of the download, warm-up, windows of the text.
 * @fires {CustomEvent<SieveResultDetail>} sieve-result - There is a result.
 * @fires {CustomEvent<SieveErrorDetail>} sieve-error - Something failed, or an attribute cannot be used.
 * @fires {CustomEvent<SieveChangeDetail>} sieve-apply - The person put the short text into the field.
 * @fires {CustomEvent<SieveChangeDetail>} sieve-undo - The person took the original back.
 *
 * @csspart field - The element's own textarea.
 * @csspart panel - Everything below the field.
 * @csspart bar - The row of amount, counts and buttons.
 * @csspart slider - The slider; `amount`: what it stands at, in words.
 * @csspart counts - Tokens before and after.
 * @csspart button - Every button; also `primary`, `undo`, `cancel`, `show-more`.
 * @csspart progress - The row that says what is going on; with `progress-text` and `progress-bar`.
 * @csspart error - What went wrong; `hints`: what is worth knowing of the result.
 * @csspart preview - The preview; with `views` (the switch), `view-label`, `preview-text`, and `in-field`, which says
 *   what the field holds where it is another short text.
 * @csspart dropped - Every run of words that is left out.
 *
 * @cssprop --prompt-sieve-accent - Primary button, slider, focus.
 * @cssprop --prompt-sieve-accent-ink - Text on the accent.
 * @cssprop --prompt-sieve-grain - Progress, and the slider's thumb under the mouse.
 * @cssprop --prompt-sieve-ink - Text.
 * @cssprop --prompt-sieve-ink-soft - Labels.
 * @cssprop --prompt-sieve-dropped - Words that are left out.
 * @cssprop --prompt-sieve-surface - The panel.
 * @cssprop --prompt-sieve-raised - Field and preview.
 * @cssprop --prompt-sieve-line - Lines between; `--prompt-sieve-line-strong`: around, and the slider's track.
 * @cssprop --prompt-sieve-alarm - Errors.
 * @cssprop --prompt-sieve-radius - Corners. Default 8px.
 * @cssprop --prompt-sieve-font - Shorthand `font`. Default: the page's own.
 * @cssprop --prompt-sieve-preview-height - The preview scrolls beyond it. Default 13rem.
 */
export class PromptSieveElement extends FormControlElement {
	/** Attributes whose changes the element hears of. */
	static readonly observedAttributes: readonly string[] = [...attributeNames, "lang", "aria-label"];
	/**
	 * Tables of strings by language, as BCP 47 tags; a shorter tag serves the longer ones. English is built in.
	 *
	 * @example
	 * PromptSieveElement.translations.set("de", { compress: "Kürzen", apply: "Übernehmen" });
	 */
	static readonly translations = new Map<string, PartialStrings>();

	readonly #problems = new ProblemReport(this);
	readonly #view: View;
	readonly #session: SieveSession;
	readonly #binding: FieldBinding;
	readonly #holder = new LeaseHolder((event) => this.#session.progress(event));
	readonly #words = new Words(this, PromptSieveElement.translations, (source, error) => {
		// Whether a translation is needed, and who listens, is known in the page alone.
		if (source === "strings" || this.isConnected) this.#problems.tell(source, error);
	});
	readonly #restored = new RestoredDraft();
	readonly #pause = new Pause(rest, () => void this.#compressForPerson());
	readonly #painting = new OnceATask(() => this.#paint());
	#settings: SieveSettings;
	/** As of the last painting. */
	#couldReplace = true;

	constructor() {
		super();
		this.#view = new View(this.attachShadow({ mode: "open", delegatesFocus: true }), this.ownField.textarea, {
			onCompress: () => void this.#compressForPerson(),
			onApply: () => this.apply(),
			onUndo: () => this.undo(),
			onCancel: () => this.cancel(),
			onSlide: (value) => {
				if (this.#settings.amount.kind === "rate") this.rate = value / 100;
				else this.targetTokens = value;
			},
		});
		this.#settings = this.#readSettings();
		this.#session = new SieveSession(this.#settings.amount, {
			onChange: () => this.changed(),
			onLoad: (info) => emit(this, "sieve-load", info),
			onProgress: (event) => emit(this, "sieve-progress", event),
			onResult: (result, source, rescored) => this.#onResult(result, source, rescored),
			onError: (error) => emit(this, "sieve-error", { error, attribute: null }),
		});
		this.#binding = new FieldBinding(this, this.ownField.textarea, {
			onField: () => this.#onField(),
			onMissing: (id) =>
				this.#problems.tell("for", invalidOption("for", id, "the id of a textarea that is there")),
		});
	}

	/**
	 * The person's text: what is compressed. While the short text stands in the field, still the original; while the
	 * page's textarea is away, the text that it had. Setting what is in the field, or the original of it, changes
	 * nothing; anything else is a new text, with no way back.
	 */
	get value(): string {
		this.refresh();
		return this.#session.draft.source;
	}
	set value(value: string | null | undefined) {
		this.refresh();
		if (this.hasOwnField) this.ownField.isDirty = true;
		const { draft } = this.#session;
		// A textarea has line feeds only.
		const source = String(value ?? "").replace(/\r\n?/g, "\n");
		// What it holds already: the short text, or the original that it stands for.
		if (source === draft.source || source === fieldText(draft)) return;
		const field = this.hasOwnField ? this.ownField.textarea : this.#binding.field?.textarea;
		if (field) setValue(field, source);
		if (this.#session.become({ ...emptyDraft, source })) this.#compressSoon();
	}

	/** The text of the latest result; the person's own text where there is none, or it is of an earlier text. */
	get compressed(): string {
		return this.result?.text ?? this.value;
	}

	/** The result for the text, question and amount as they are; null where there is none (yet). */
	get result(): CompressResult | null {
		this.refresh();
		return this.#session.result;
	}

	/** A compressor of the host's own, used in place of the shared one and never disposed of here. Default null. */
	get compressor(): ElementCompressor | null {
		return this.#holder.own;
	}
	set compressor(compressor: ElementCompressor | null | undefined) {
		if (compressor && !isElementCompressor(compressor)) {
			this.#problems.tell("compressor", invalidOption("compressor", compressor, "a compressor, or null"));
			return;
		}
		if (this.#holder.own === (compressor ?? null)) return;
		this.#holder.own = compressor ?? null;
		this.#session.outdate();
		this.#compressSoon();
	}

	/** Words in place of the element's own, over `translations`. What cannot be used is told, and left out. Default `{}`. */
	get strings(): PartialStrings {
		return this.#words.own;
	}
	set strings(strings: PartialStrings | null | undefined) {
		this.#words.own = strings ?? {};
		this.changed();
	}

	/**
	 * Compresses the text, loading what that needs. The field stays as it is until `apply`.
	 *
	 * @throws CompressorError any code; the event `sieve-error` has told of it, but for "aborted"
	 *
	 * @example
	 * const element = document.querySelector<PromptSieveElement>("prompt-sieve");
	 * const result = await element?.compress();
	 */
	async compress(): Promise<CompressResult> {
		this.refresh();
		this.#pause.stop();
		this.#view.addLaterStyles();
		try {
			return await this.#session.compress(this.#holder.lease(this.#settings.choice));
		} finally {
			if (!this.isConnected) this.#holder.release();
		}
	}

	/** Ends the compression that runs. */
	cancel(): void {
		this.#pause.stop();
		this.#session.cancel();
		this.#view.say(this.#words.strings.saidCancelled);
	}

	/** Puts the short text into the field. Says whether there was one for the text as it is. */
	apply(): boolean {
		const { result } = this;
		const { field } = this.#binding;
		if (result === null || !field?.canReplace) return false;
		const previous = fieldText(this.#session.draft);
		this.#session.become(applied(this.#session.draft, { text: result.text, tokens: result.keptTokens }));
		field.replace(result.text);
		emit(this, "sieve-apply", { text: field.text, previous });
		this.#view.say(this.#words.strings.saidApplied);
		return true;
	}

	/**
	 * Puts the original back into the field, exactly. Says whether there was one. After an edit of the short text that was
	 * applied as well, once more leads to the original before it.
	 */
	undo(): boolean {
		this.refresh();
		const { draft } = this.#session;
		const { field } = this.#binding;
		if (!canUndo(draft) || !field?.canReplace) return false;
		const previous = fieldText(draft);
		const original = undone(draft);
		if (this.#session.become(original)) this.#compressSoon();
		field.replace(original.source);
		emit(this, "sieve-undo", { text: field.text, previous });
		this.#view.say(this.#words.strings.saidUndone);
		return true;
	}

	/** Looks at the field again: for a host that has changed its textarea by a way that no browser tells of. */
	refresh(): void {
		this.#binding.look();
		const { field, canReplace } = this.#binding;
		// Nothing tells of a textarea that has become read-only.
		if (canReplace !== this.#couldReplace) this.changed();
		if (field === null) return;
		const restored = this.#restored.takeFor(field.text);
		if (restored !== null) this.#session.become(restored);
		else if (this.#session.type(field.text)) this.#compressSoon();
	}

	/** @internal */
	connectedCallback(): void {
		upgradeProperties(this);
		this.#binding.bind(this.getAttribute("for"));
		this.#applySettings();
	}

	/** @internal A move within the page is a leaving and a coming: what runs goes on. */
	disconnectedCallback(): void {
		queueMicrotask(() => {
			if (this.isConnected) return;
			this.#pause.stop();
			this.#session.cancel();
			this.#binding.unbind();
			this.#holder.release();
		});
	}

	/** @internal */
	adoptedCallback(): void {
		this.#view.adoptStyles();
	}

	/** @internal */
	attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
		if (previous === value) return;
		if (name === "for" || name === "value") this.#showDefault();
		if (name === "for" && this.isConnected) this.#binding.bind(value);
		this.#applySettings();
	}

	/** @internal The host's textarea is reset by its form, and tells so itself. */
	formResetCallback(): void {
		this.ownField.isDirty = false;
		this.#showDefault();
	}

	/** @internal */
	formStateRestoreCallback(state: File | string | FormData | null, mode: "restore" | "autocomplete"): void {
		if (mode === "autocomplete") {
			this.value = typeof state === "string" ? state : "";
			return;
		}
		const draft = draftFromState(state);
		if (this.hasOwnField) {
			this.ownField.isDirty = true;
			this.ownField.textarea.value = fieldText(draft);
			this.#session.become(draft);
			return;
		}
		this.#restored.wait(draft, this.ownerDocument.defaultView, () => this.refresh());
	}

	#readSettings(): SieveSettings {
		return readAttributes((name) => this.getAttribute(name), this.baseURI);
	}

	#applySettings(): void {
		const before = this.#settings;
		const now = this.#readSettings();
		this.#settings = now;
		const isOtherChoice = JSON.stringify(before.choice) !== JSON.stringify(now.choice);
		if (isOtherChoice) {
			this.#holder.release();
			this.#session.outdate();
		}
		if (JSON.stringify(before.amount) !== JSON.stringify(now.amount)) this.#session.keep(now.amount);
		this.#session.ask(now.question);
		if (isOtherChoice || !this.#session.isFresh) this.#compressSoon();
		// Who has made the element in this task has had time to listen by then.
		if (this.isConnected) queueMicrotask(() => this.#problems.tellAll(this.#settings.problems));
		this.changed();
	}

	#onField(): void {
		const { field } = this.#binding;
		if (this.hasOwnField && field?.text !== fieldText(this.#session.draft)) this.ownField.isDirty = true;
		this.refresh();
	}

	#showDefault(): void {
		if (!this.hasOwnField || !this.ownField.showDefault(this.defaultValue)) return;
		this.#session.become({ ...emptyDraft, source: this.ownField.textarea.value });
	}

	#compressSoon(): void {
		this.#pause.stop();
		const { source } = this.#session.draft;
		if (this.auto && !this.isDisabled && this.isConnected && source.trim() !== "") this.#pause.start();
	}

	async #compressForPerson(): Promise<void> {
		const work = this.compress();
		if (!this.auto && this.#session.phase.kind === "loading") this.#view.say(this.#words.strings.loading);
		try {
			await work;
		} catch {
			// The event and the error line have told of it.
		}
	}

	#onResult(result: CompressResult, source: string, rescored: boolean): void {
		emit(this, "sieve-result", { result, source });
		// Neither every pause in the typing nor every step of the slider, which speaks for itself, is worth a word.
		if (!rescored || this.auto) return;
		this.#view.say(saidOf(result, this.#words.strings, this.#words.numbers));
	}

	/** @internal The form follows at once, the view once for all changes of a task. */
	protected override changed(): void {
		this.followForm(this.#session.draft);
		this.#painting.request();
	}

	#paint(): void {
		const { strings, numbers } = this.#words;
		this.#couldReplace = this.#binding.canReplace;
		const name = this.getAttribute("aria-label") || this.formPart.label || strings.field;
		this.ownField.textarea.setAttribute("aria-label", name);
		const model = viewModel({
			...this.#session.state,
			amount: this.#settings.amount,
			auto: this.auto,
			isDue: this.#pause.isRunning,
			disabled: this.isDisabled,
			canReplace: this.#couldReplace,
			strings,
			numbers,
		});
		this.#view.paint(model, strings);
		this.#binding.watch(this.isConnected && (model.preview !== null || canUndo(this.#session.draft)));
	}
}
