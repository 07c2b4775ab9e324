// Which way a line of the source runs, as the browser lays it out with unicode-bidi: plaintext.

const letter = /\p{L}/gu;
const rightToLeft =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether the line at `offset` begins with a letter that is written from right to left. */
export function isRightToLeft(text: string, offset: number): boolean {
	letter.lastIndex = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
	return rightToLeft.test(letter.exec(text)?.[0] ?? "");
}
