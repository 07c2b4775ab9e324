// Long work cut into steps: a generator that yields between two of them, so that whoever runs it may pause there (the
// worker, to hear a cancel) or not.

/** Work that yields after each step, a few milliseconds at most whatever the text, and returns its result. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Rows of a table that make a step. */
export const rowsPerStep = 4096;

/** Work that can't pause. */
export function* inOneStep<Result>(work: () => Result): Steps<Result> {
	yield;
	return work();
}

/** Runs the work to its end without a pause. */
export function runSteps<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
