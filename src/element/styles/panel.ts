// Where things stand in the panel: amount, counts and buttons in one row; where it is narrow, counts and buttons go below.
export const panelStyles = `
[part="panel"] {
	border: 1px solid var(--line);
	border-radius: var(--radius);
	background: var(--surface);
	overflow: clip;
	font-size: 0.9375em;
	line-height: 1.45;
}

[data-bare] > :not([part="bar"]) {
	display: none;
}

[part="bar"] {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	gap: 0.375rem 1.25rem;
	padding: 0.5rem 0.5rem 0.5rem 0.875rem;
	padding-inline: 0.875rem 0.5rem;
	min-block-size: 3.25rem;
}

[part="amount-control"] {
	display: flex;
	align-items: center;
	gap: 0.75rem;
	flex: 1 1 13rem;
	min-inline-size: 0;
}

[part="amount"] {
	flex: none;
	white-space: nowrap;
	font-variant-numeric: tabular-nums;
}

[part="amount-label"] {
	color: var(--ink-soft);
}

[part="amount-value"] {
	display: inline-block;
	min-inline-size: 2.75rem;
	font-weight: 600;
}

[part="counts"] {
	display: flex;
	align-items: baseline;
	gap: 0.4rem;
	white-space: nowrap;
	font-variant-numeric: tabular-nums;
}

[part="counts"][data-stale] {
	opacity: 0.6;
}

[part="count-before"] {
	color: var(--ink-soft);
}

[part="count-after"] {
	font-weight: 600;
}

[part="arrow"] {
	align-self: center;
	inline-size: 0.875rem;
	block-size: 0.875rem;
	fill: none;
	stroke: var(--ink-soft);
	stroke-width: 1.5;
	stroke-linecap: round;
	stroke-linejoin: round;
}

:host(:dir(rtl)) [part="arrow"] {
	transform: scaleX(-1);
}

[part="unit"] {
	color: var(--ink-soft);
}

[part="saved"] {
	margin-inline-start: 0.25rem;
	color: var(--accent);
	font-weight: 600;
}

[part="actions"] {
	display: flex;
	flex-wrap: wrap;
	justify-content: flex-end;
	gap: 0.25rem;
	margin-inline-start: auto;
}

@container (max-width: 30rem) {
	[part="amount-control"] {
		flex-basis: 100%;
		padding-inline-end: 0.375rem;
	}

	[part="bar"] {
		gap: 0.25rem 0.5rem;
	}

	[part="counts"] {
		gap: 0.3rem;
	}

	[part="actions"] [part~="button"] {
		min-inline-size: 0;
	}
}

@container (max-width: 21rem) {
	[part="unit"] {
		position: absolute;
		clip-path: inset(50%);
	}
}
`;
