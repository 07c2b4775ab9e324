// How many wasm threads a session gets.

/** More than this gain nothing on windows of 512 tokens. */
const most = 8;

/**
 * Half of what the browser calls cores, since those are often two to a physical one, or slow ones; of up
 * to five all but one, which is left to the page; of two both. Threads wait for each other at every layer,
 * so one too many costs more than one too few: on two busy cores, four threads took four times as long as one.
 *
 * @param cores `navigator.hardwareConcurrency`
 * @param isolated `crossOriginIsolated`: without it there is no shared memory and hence one thread
 * @param limit at most so many
 */
export function threadCount(cores: number, isolated: boolean, limit = most): number {
	if (!isolated) return 1;
	return Math.min(most, limit, Math.max(Math.min(cores, 2), Math.min(cores - 1, 3), Math.ceil(cores / 2)));
}
