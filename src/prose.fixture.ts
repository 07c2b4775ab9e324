// Text of any length for tests, the same every time, no two paragraphs alike.

const nouns = "release server customer invoice meeting warehouse contract engineer report schedule".split(
	" ",
);
const verbs = "delayed checked moved signed rewrote cancelled measured shipped reviewed returned".split(" ");
const places = "Oslo Lisbon Nairobi Osaka Quito Gdansk Tampere Leeds Porto Utrecht".split(" ");

/** Some `count` words of English in paragraphs of about a hundred. */
export function prose(count: number): string {
	const paragraphs: string[] = [];
	let state = 1;
	const pick = (words: readonly string[]) => {
		// Numerical Recipes' linear congruential generator.
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return words[(state >>> 16) % words.length] ?? "";
	};
	for (let made = 0; made < count; made += 99) {
		const sentences = Array.from(
			{ length: 11 },
			() => `The ${pick(nouns)} in ${pick(places)} ${pick(verbs)} the ${pick(nouns)} again.`,
		);
		paragraphs.push(sentences.join(" "));
	}
	return paragraphs.join("\n\n");
}
