// Numbers as the plots write them: two or three digits, in a unit that fits.

/** @param {number} ms */
export function milliseconds(ms) {
	if (ms >= 1000) return `${digits(ms / 1000)} s`;
	return `${digits(ms)} ms`;
}

/** @param {number} seconds */
export const duration = (seconds) =>
	seconds >= 100 ? `${Math.round(seconds).toLocaleString("en")} s` : milliseconds(seconds * 1000);

/** @param {number} bytes */
export const megabytes = (bytes) => `${digits(bytes / 1e6)} MB`;

/** @param {number} share */
export const percent = (share) => `${Math.round(100 * share)} %`;

/** @param {number} value */
export function digits(value) {
	if (value >= 100) return Math.round(value).toLocaleString("en");
	if (value >= 10) return value.toFixed(0);
	return value.toFixed(value >= 1 ? 1 : 2);
}
