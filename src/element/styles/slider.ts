// The slider: its track is the mesh of a sieve, its thumb a grain.
const track = `
	block-size: 2px;
	background: repeating-linear-gradient(90deg, var(--line-strong) 0 5px, transparent 5px 8px);
`;
const thumb = `
	box-sizing: border-box;
	inline-size: 20px;
	block-size: 20px;
	border: 2px solid var(--accent);
	border-radius: 50%;
	background: var(--raised);
	transition: background-color 120ms ease-out;
`;

export const sliderStyles = `
[part="slider"] {
	flex: 1 1 auto;
	min-inline-size: 5rem;
	block-size: 2.25rem;
	appearance: none;
	background: transparent;
	cursor: pointer;
}

[part="slider"]::-webkit-slider-runnable-track {${track}}
[part="slider"]::-moz-range-track {${track}}

[part="slider"]::-webkit-slider-thumb {
	appearance: none;
	margin-block-start: -9px;
	${thumb}
}
[part="slider"]::-moz-range-thumb {${thumb}}

[part="slider"]:hover:enabled::-webkit-slider-thumb,
[part="slider"]:active:enabled::-webkit-slider-thumb {
	background: var(--grain);
}

[part="slider"]:focus-visible {
	outline: none;
}

[part="slider"]:focus-visible::-webkit-slider-thumb {
	outline: 2px solid var(--accent);
	outline-offset: 3px;
}

[part="slider"]:focus-visible::-moz-range-thumb {
	outline: 2px solid var(--accent);
	outline-offset: 3px;
}

[part="slider"]:disabled {
	opacity: 0.5;
	cursor: default;
}

@media (forced-colors: active) {
	[part="slider"]::-webkit-slider-runnable-track {
		forced-color-adjust: none;
		background: CanvasText;
	}

	[part="slider"]::-webkit-slider-thumb {
		forced-color-adjust: none;
		border-color: ButtonText;
		background: Highlight;
	}
}
`;
