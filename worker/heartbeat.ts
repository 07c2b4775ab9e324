// The worker's signs of life, while a call is under way: what src/bridge/watchdog.ts listens for.

/** Milliseconds from one sign to the next, while the event loop is free. */
const interval = 1000;

/** Beats of a step that does not end: a GPU or a server that never answers leaves the event loop free. */
const beatsPerStep = 120;

export interface Heart {
	/** Beats until `work` settles. */
	during<T>(work: () => Promise<T>): Promise<T>;
	/** A step is done: a window, some bytes of a file. */
	step(): void;
}

/** @param beat tells the main thread; called at every step too */
export function createHeart(beat: () => void): Heart {
	let calls = 0;
	let beats = 0;
	let timer: ReturnType<typeof setInterval> | undefined;
	const tick = () => {
		if (++beats <= beatsPerStep) beat();
	};
	const step = () => {
		beats = 0;
		beat();
	};
	return {
		step,
		async during(work) {
			if (calls++ === 0) {
				step();
				timer = setInterval(tick, interval);
			}
			try {
				return await work();
			} finally {
				if (--calls === 0) clearInterval(timer);
			}
		},
	};
}
