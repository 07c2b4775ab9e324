// The element's own field: field and panel are then one box.
export const fieldStyles = `
[part="field"] {
	display: block;
	inline-size: 100%;
	min-block-size: 4.5rem;
	padding: 0.75rem 0.875rem;
	border: 1px solid var(--line-strong);
	border-block-end: 0;
	border-radius: var(--radius) var(--radius) 0 0;
	background: var(--raised);
	line-height: 1.55;
	resize: vertical;
	unicode-bidi: plaintext;
}

[part="field"]::placeholder {
	color: var(--ink-soft);
	opacity: 1;
}

[part="field"]:focus-visible {
	outline-offset: -2px;
}

[part="field"]:disabled {
	color: var(--ink-soft);
}

[part="field"]:not([hidden]) + [part="panel"] {
	border-color: var(--line-strong);
	border-block-start-color: var(--line);
	border-start-start-radius: 0;
	border-start-end-radius: 0;
}
`;
