// UTF-8 by hand: core's library has no TextEncoder, and tokens may hold parts of characters.

/** UTF-8 as `TextEncoder` gives it (which core's library lacks): a lone surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 3);
	let length = 0;
	for (let at = 0; at < text.length; at++) {
		const code = scalarAt(text, at);
		if (code > 0xffff) at++;
		if (code < 0x80) bytes[length++] = code;
		else {
			if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
			else {
				if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
				else {
					bytes[length++] = 0xf0 | (code >> 18);
					bytes[length++] = 0x80 | ((code >> 12) & 63);
				}
				bytes[length++] = 0x80 | ((code >> 6) & 63);
			}
			bytes[length++] = 0x80 | (code & 63);
		}
	}
	return bytes.subarray(0, length);
}

/** The code point at `at` as UTF-8 has it: U+FFFD for a lone surrogate. */
export function scalarAt(text: string, at: number): number {
	const code = text.codePointAt(at) ?? 0;
	return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

/** The text of bytes given as one character each, or null where they are not whole characters. */
export function decodeUtf8(bytes: string): string | null {
	let text = "";
	for (let at = 0; at < bytes.length; ) {
		const first = bytes.charCodeAt(at++);
		const more =
			first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
		if (more < 0 || at + more > bytes.length) return null;
		let code = more === 0 ? first : first & (0x3f >> more);
		for (const end = at + more; at < end; at++) {
			const byte = bytes.charCodeAt(at);
			if ((byte & 0xc0) !== 0x80) return null;
			code = (code << 6) | (byte & 0x3f);
		}
		const least = more === 2 ? 0x800 : more === 3 ? 0x10000 : 0;
		if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
		text += String.fromCodePoint(code);
	}
	return text;
}
export function lastByte(code: number): number {
	return code < 0x80 ? code : 0x80 | (code & 63);
}

export function firstByte(code: number): number {
	if (code < 0x80) return code;
	if (code < 0x800) return 0xc0 | (code >> 6);
	return code < 0x10000 ? 0xe0 | (code >> 12) : 0xf0 | (code >> 18);
}
