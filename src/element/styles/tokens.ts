// Colours, measures and resets. Every `--prompt-sieve-…` property may be set by the host; what is behind it is the
// default, light or dark as the `color-scheme` where the element stands.
// Sentences without a translation keep their own direction.
export const tokenStyles = `
:host {
	--ink: var(--prompt-sieve-ink, light-dark(#1b2024, #e9e7e2));
	--ink-soft: var(--prompt-sieve-ink-soft, light-dark(#575f66, #a5acb2));
	--dropped: var(--prompt-sieve-dropped, light-dark(#666e75, #8f979e));
	--surface: var(--prompt-sieve-surface, light-dark(#f4f5f1, #1f2427));
	--raised: var(--prompt-sieve-raised, light-dark(#ffffff, #171b1e));
	--line: var(--prompt-sieve-line, light-dark(#d4d8d1, #353c41));
	--line-strong: var(--prompt-sieve-line-strong, light-dark(#848c8a, #7a838a));
	--accent: var(--prompt-sieve-accent, light-dark(#825200, #f2b640));
	--accent-ink: var(--prompt-sieve-accent-ink, light-dark(#ffffff, #1b1605));
	--grain: var(--prompt-sieve-grain, light-dark(#e9a820, #f2b640));
	--alarm: var(--prompt-sieve-alarm, light-dark(#a8281c, #ff9c8f));
	--radius: var(--prompt-sieve-radius, 8px);
	--preview-height: var(--prompt-sieve-preview-height, 13rem);

	display: block;
	box-sizing: border-box;
	min-inline-size: min(17.5rem, 100%);
	container-type: inline-size;
	color: var(--ink);
	font: var(--prompt-sieve-font, inherit);
	text-align: start;
}

:host([hidden]),
[hidden],
[part="error"]:empty {
	display: none !important;
}

*,
*::before,
*::after {
	box-sizing: border-box;
}

p {
	margin: 0;
}

[part="amount-label"],
[part="amount-value"],
[part="saved"],
[part="progress-text"],
[part="error-text"],
[part="error-detail"],
[part="hints"] {
	unicode-bidi: plaintext;
}

button,
input,
textarea {
	margin: 0;
	font: inherit;
	color: inherit;
}

:focus-visible {
	outline: 2px solid var(--accent);
	outline-offset: 2px;
}

[part~="visually-hidden"] {
	position: absolute;
	inline-size: 1px;
	block-size: 1px;
	overflow: hidden;
	clip-path: inset(50%);
	white-space: nowrap;
}

@media (prefers-reduced-motion: reduce) {
	*,
	*::before,
	*::after {
		transition: none !important;
		animation: none !important;
	}
}
`;
