// Figures of a machine that did other things as well are not to be trusted, and plots of them say so.

/** Running processes per core, over the minute before, from which a machine counts as busy. */
const limit = 0.5;

/**
 * @param {{ loadBefore?: string | number | undefined, cores?: string | number | undefined }} machine
 * @returns {string} to follow a remark; empty for a quiet machine
 */
export function busyRemark({ loadBefore, cores }) {
	const load = Number(loadBefore ?? 0);
	return load > limit * Number(cores) ? ` Busy machine (load ${load.toFixed(1)}): a first look only.` : "";
}
