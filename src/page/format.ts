// How numbers are written for people, in the page's language.

const whole = new Intl.NumberFormat("en");
const megabytes = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `12,345` */
export function count(value: number): string {
	return whole.format(value);
}

/** `1 word`, `2 words` */
export function counted(value: number, noun: string): string {
	return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** Bytes as decimal megabytes: `27.9 MB` */
export function megabytesOf(bytes: number): string {
	return `${megabytes.format(bytes / 1e6)} MB`;
}

/** How a download of this size is written: its unit, and digits that are worth it. */
function unitOf(bytes: number): { name: string; size: number; digits: number } {
	if (bytes >= 1e9) return { name: "GB", size: 1e9, digits: 2 };
	return { name: "MB", size: 1e6, digits: bytes >= 1e8 ? 0 : 1 };
}

/** `57.1 MB`, `710 MB`, `2.24 GB` */
export function sizeOf(bytes: number): string {
	const { name, size, digits } = unitOf(bytes);
	return `${(bytes / size).toFixed(digits)} ${name}`;
}

/** `12.3 of 57.1 MB` */
export function partOf(loaded: number, total: number): string {
	const { size, digits } = unitOf(total);
	return `${(loaded / size).toFixed(digits)} of ${sizeOf(total)}`;
}

/** `3.1x`; a result with nothing kept has no ratio: `–`. */
export function ratio(value: number): string {
	return Number.isFinite(value) ? `${value.toFixed(1)}x` : "–";
}

/** Dollars with this many digits behind the point. Made once: a slider move writes one. */
function currency(minimumFractionDigits: number, maximumFractionDigits: number): Intl.NumberFormat {
	return new Intl.NumberFormat("en", {
		style: "currency",
		currency: "USD",
		minimumFractionDigits,
		maximumFractionDigits,
	});
}
const [large, usual, small] = [currency(0, 0), currency(2, 2), currency(2, 4)];

/** `$0.0042`, `$1.30`, `$1,300`: the digits that count, no false precision. */
export function dollars(value: number): string {
	if (value === 0) return "$0";
	return (value >= 100 ? large : value >= 0.1 ? usual : small).format(value);
}

/** `83%` of a probability. */
export function percent(probability: number): string {
	return `${Math.round(probability * 100)}%`;
}
