// How numbers are written in a language. Made once for each language: a slider move writes several.

export interface NumberFormat {
	count(value: number): string;
	/** Of a share, 0–1: `51%`, `51 %`. */
	percent(share: number): string;
	/** Bytes as decimal megabytes: `27.9 MB`. */
	megabytes(bytes: number): string;
}

const formats = new Map<string, NumberFormat>();

/** A tag that no browser knows counts as English. */
export function numberFormat(lang: string): NumberFormat {
	const known = formats.get(lang) ?? createFormat(lang);
	formats.set(lang, known);
	return known;
}

function createFormat(lang: string): NumberFormat {
	const locale = supported(lang);
	const count = new Intl.NumberFormat(locale);
	const percent = new Intl.NumberFormat(locale, { style: "percent" });
	const megabytes = new Intl.NumberFormat(locale, {
		style: "unit",
		unit: "megabyte",
		minimumFractionDigits: 1,
		maximumFractionDigits: 1,
	});
	return {
		count: (value) => count.format(value),
		percent: (share) => percent.format(share),
		megabytes: (bytes) => megabytes.format(bytes / 1e6),
	};
}

function supported(lang: string): string {
	try {
		return Intl.NumberFormat.supportedLocalesOf(lang)[0] ?? "en";
	} catch {
		return "en";
	}
}
