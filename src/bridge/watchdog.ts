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
	/** The worker has said something. */
	sign(): void;
	/** Ends the watch for good. */
	stop(): void;
}

/**
 * Counts its own ticks without a sign, not the time on the clock: while the page is frozen, in the background or
 * busy, there are none or few of them, and the worker is not blamed for it.
 *
 * @param limit milliseconds
 */
export function createWatchdog(limit: number, onSilence: () => void): Watchdog {
	const interval = Math.min(1000, limit / 4);
	let silence = 0;
	let calls = 0;
	let timer: ReturnType<typeof setInterval> | undefined;
	const rest = () => clearInterval(timer);
	return {
		begin() {
			if (calls++ === 0 && limit !== Number.POSITIVE_INFINITY) {
				silence = 0;
				timer = setInterval(() => {
					silence += interval;
					if (silence >= limit) onSilence();
				}, interval);
			}
			return () => {
				if (--calls === 0) rest();
			};
		},
		sign() {
			silence = 0;
		},
		stop: rest,
	};
}
