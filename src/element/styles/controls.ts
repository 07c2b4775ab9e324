// Buttons and the switch between the two views.
// With nothing left to apply its button's room stays: Undo takes it, and the row is as it was.
export const controlStyles = `
[part~="button"] {
	min-block-size: 2.25rem;
	padding: 0.3rem 0.8rem;
	border: 1px solid transparent;
	border-radius: calc(var(--radius) * 0.75);
	background: transparent;
	color: var(--ink-soft);
	cursor: pointer;
	white-space: nowrap;
	-webkit-tap-highlight-color: transparent;
}

[part~="button"]:hover:not([aria-disabled="true"], :disabled) {
	border-color: var(--line-strong);
	color: var(--ink);
}

[part~="primary"] {
	min-inline-size: 6.25rem;
	border-color: var(--accent);
	background: var(--accent);
	color: var(--accent-ink);
	font-weight: 600;
}

[part="actions"]:has([data-gone]) {
	display: grid;
}

[data-gone],
:has(+ [data-gone]) {
	grid-area: 1 / 1;
}

[data-gone] {
	visibility: hidden;
}

[part~="primary"]:hover:not([aria-disabled="true"], :disabled) {
	border-color: var(--accent);
	background: color-mix(in oklab, var(--accent) 88%, var(--ink));
	color: var(--accent-ink);
}

[part~="primary"][aria-disabled="true"],
[part~="primary"]:disabled {
	border-color: var(--line);
	background: var(--line);
	color: var(--ink-soft);
}

[part~="button"][aria-disabled="true"],
[part~="button"]:disabled {
	cursor: default;
}

[part="views"] {
	display: inline-flex;
	flex-wrap: wrap;
	gap: 2px;
	padding: 2px;
	border: 1px solid var(--line);
	border-radius: calc(var(--radius) * 0.75);
	background: var(--surface);
}

[part="view"] {
	position: relative;
}

[part="view-input"] {
	position: absolute;
	inset: 0;
	inline-size: 100%;
	block-size: 100%;
	opacity: 0;
	cursor: pointer;
}

[part="view-label"] {
	display: block;
	padding: 0.15rem 0.65rem;
	border: 1px solid transparent;
	border-radius: calc(var(--radius) * 0.5);
	color: var(--ink-soft);
	font-size: 0.875rem;
}

:checked + [part="view-label"] {
	border-color: var(--line-strong);
	background: var(--raised);
	color: var(--ink);
}

:focus-visible + [part="view-label"] {
	outline: 2px solid var(--accent);
	outline-offset: 1px;
}

@media (forced-colors: active) {
	[part~="button"] {
		border-color: ButtonBorder;
	}

	[part~="button"][aria-disabled="true"] {
		border-color: GrayText;
		color: GrayText;
	}

	:checked + [part="view-label"] {
		forced-color-adjust: none;
		background: Highlight;
		color: HighlightText;
	}
}
`;
