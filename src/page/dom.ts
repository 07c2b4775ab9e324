// Finds the elements that index.html promises, and fails loudly where one is missing.

/**
 * The element with this id.
 *
 * @throws Error when index.html has no such element or one of another type.
 */
export function byId<T extends Element>(id: string, type: new () => T): T {
	const found = document.getElementById(id);
	if (!(found instanceof type)) throw new Error(`index.html lacks a ${type.name} with the id "${id}"`);
	return found;
}

/** Every element that matches, of the type given; others are an error in index.html. */
export function allOf<T extends Element>(selector: string, type: new () => T): T[] {
	return [...document.querySelectorAll(selector)].map((found) => {
		if (!(found instanceof type)) throw new Error(`"${selector}" matches something other than ${type.name}`);
		return found;
	});
}
