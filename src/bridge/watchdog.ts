// Notices a worker that hangs: while a call is pending it has to give a sign of life now and then
// (worker/heartbeat.ts; its answers and progress count too).

/**
 * Milliseconds of silence of a worker at work, unless told otherwise. Long, since a session is created and a window
 * is run in one go: XLM-RoBERTa large with one thread of a slow phone takes up to two minutes for a window.
 */
export const defaultSilence = 180_000;

/** Less than this could not be told from a worker that waits for its turn: it beats once a second. */
export const leastSilence = 2000;

export interface Watchdog {
	/** A call begins: from now on silence counts. Returns how to say that it is over. */
	begin(): () => void;
	/**
	 * The worker has said something.
	 *
	 * @param nextWithin milliseconds in which it will again; default, and at most: the limit
	 */
	sign(nextWithin?: number): void;
	/** Ends the watch for good. */
	stop(): void;
}

/**
 * Counts its own ticks without a sign, not the time on the clock: while the page is frozen, in the background or
 * busy, there are none or few of them, and the worker is not blamed for it.
 *
 * @param limit milliseconds
 * @param onSilence is told how many milliseconds were too many
 */
export function createWatchdog(limit: number, onSilence: (allowed: number) => void): Watchdog {
	const interval = Math.min(1000, limit / 4);
	let silence = 0;
	let allowed = limit;
	let calls = 0;
	let timer: ReturnType<typeof setInterval> | undefined;
	const rest = () => clearInterval(timer);
	return {
		begin() {
			if (calls++ === 0 && limit !== Number.POSITIVE_INFINITY) {
				silence = 0;
				timer = setInterval(() => {
					silence += interval;
					if (silence >= allowed) onSilence(allowed);
				}, interval);
			}
			return () => {
				if (--calls === 0) rest();
			};
		},
		sign(nextWithin = limit) {
			silence = 0;
			allowed = Math.min(limit, nextWithin);
		},
		stop: rest,
	};
}
