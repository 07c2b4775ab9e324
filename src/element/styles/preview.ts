// The preview: the short text, or the source with what was left out struck through and paler.
// The space below the last line. While there are more lines, it lies over the last one in sight, which fades.
export const previewStyles = `
[part="preview"] {
	border-block-start: 1px solid var(--line);
	background: var(--raised);
}

[part="preview-head"] {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	justify-content: space-between;
	gap: 0.25rem 1rem;
	padding: 0.625rem 0.875rem 0;
}

[part="in-field"] {
	color: var(--ink-soft);
	font-variant-numeric: tabular-nums;
}

[part="preview-text"] {
	max-block-size: var(--preview-height);
	padding: 0.5rem 0.875rem 0;
	overflow: hidden auto;
	scrollbar-width: thin;
	font-size: calc(1em / 0.9375);
	line-height: 1.6;
	white-space: pre-wrap;
	overflow-wrap: anywhere;
	tab-size: 4;
	unicode-bidi: plaintext;
	text-align: start;
	transition: opacity 120ms ease-out;
}

[part="preview-text"]::after {
	content: "";
	position: sticky;
	inset-block-end: 0;
	display: block;
	block-size: 1.25rem;
	background: linear-gradient(transparent, var(--raised));
	pointer-events: none;
}

[part="preview-text"]:focus-visible {
	outline-offset: -2px;
}

[data-stale] > [part="preview-text"] {
	opacity: 0.6;
}

[part="dropped"] {
	color: var(--dropped);
	text-decoration-line: line-through;
	text-decoration-thickness: 1px;
}

[part~="show-more"] {
	display: block;
	margin: 0 auto 0.5rem;
}

@media (forced-colors: active) {
	[part="preview-text"]::after {
		forced-color-adjust: none;
		background: linear-gradient(transparent, Canvas);
	}

	[part="dropped"] {
		color: GrayText;
	}
}
`;
