// A link of a fixed rate that everything the server sends goes through, in turn.

/**
 * @param {number} megabits Mbit/s; Infinity: no limit
 * @param {() => number} [now] milliseconds
 * @returns {(bytes: number) => number} takes that many bytes on; returns milliseconds from now until they are through
 */
export function openLink(megabits, now = () => performance.now()) {
	let freeAt = 0;
	return (bytes) => {
		freeAt = Math.max(now(), freeAt) + (bytes * 8) / (megabits * 1000);
		return freeAt - now();
	};
}
