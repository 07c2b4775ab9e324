// What is going on, what went wrong, what is worth knowing.
// No end in sight: a mesh of grains, standing still or breathing.
export const messageStyles = `
[part="progress"] {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	gap: 0.25rem 0.75rem;
	padding-block: 0.25rem;
	padding-inline: 0.875rem 0.5rem;
	border-block-start: 1px solid var(--line);
	font-variant-numeric: tabular-nums;
}

[part="progress-text"] {
	color: var(--ink-soft);
}

[part="progress-bar"] {
	flex: 1 1 6rem;
	block-size: 6px;
	border: 0;
	border-radius: 3px;
	background: var(--line);
	overflow: hidden;
	appearance: none;
}

[part="progress-bar"]::-webkit-progress-bar {
	background: var(--line);
}

[part="progress-bar"]::-webkit-progress-value {
	background: var(--grain);
	transition: inline-size 120ms linear;
}

[part="progress-bar"]::-moz-progress-bar {
	background: var(--grain);
}

[part="progress-bar"]:indeterminate {
	background: repeating-linear-gradient(90deg, var(--grain) 0 6px, var(--line) 6px 16px);
	animation: breathe 1.4s ease-in-out infinite alternate;
}

[part="progress-bar"]:indeterminate::-webkit-progress-bar {
	background: transparent;
}

[part="progress-bar"]:indeterminate::-moz-progress-bar {
	background: transparent;
}

@keyframes breathe {
	to {
		opacity: 0.35;
	}
}

[part="error"] {
	padding: 0.5rem 0.875rem 0.6rem;
	border-block-start: 1px solid var(--line);
	color: var(--alarm);
}

[part="error-detail"] {
	display: block;
	color: var(--ink-soft);
	font-size: 0.875rem;
	overflow-wrap: anywhere;
}

[part="hints"] {
	padding: 0.4rem 0.875rem 0.5rem;
	border-block-start: 1px solid var(--line);
	color: var(--ink-soft);
	font-size: 0.875rem;
}
`;
