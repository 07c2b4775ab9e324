// The preview: the short text, or the source with what was left out struck through and paler.
export const previewStyles = `
[part="preview"] {
	border-block-start: 1px solid var(--line);
	background: var(--raised);
}

[part="views"] {
	margin: 0.625rem 0.875rem 0;
}

[part="preview-text"] {
	max-block-size: var(--preview-height);
	padding: 0.5rem 0.875rem 0.75rem;
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

[part="preview-text"]:focus-visible {
	outline-offset: -2px;
}

[data-stale] > [part="preview-text"] {
	opacity: 0.6;
}

[part="dropped"] {
	color: var(--dropped);
	text-decoration: line-through 1px;
}

[part~="show-more"] {
	display: block;
	margin: 0 auto 0.5rem;
}

@media (forced-colors: active) {
	[part="dropped"] {
		color: GrayText;
	}
}
`;
