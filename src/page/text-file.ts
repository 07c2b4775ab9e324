// Reads a file as text, or says why it is none. Text is what decodes: UTF-8, or UTF-16 with its mark.

/** The largest file taken, in bytes. */
const largest = 50e6;
/** How far into a file a NUL byte says that it is no text. */
const looksAt = 65_536;

export type FileText = { readonly text: string } | { readonly problem: string };

function encodingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	return "utf-8";
}

/** The text of these bytes, without a byte order mark; `null` when they are no text. */
export function decodeText(bytes: Uint8Array): string | null {
	const encoding = encodingOf(bytes);
	if (encoding === "utf-8" && bytes.subarray(0, looksAt).includes(0)) return null;
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

export async function readTextFile(file: File): Promise<FileText> {
	if (file.size > largest) {
		return { problem: `“${file.name}” is larger than 50 MB. Take a part of it.` };
	}
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		return { problem: `“${file.name}” could not be read. A folder cannot be opened, only a file.` };
	}
	const text = decodeText(bytes);
	if (text === null) {
		return {
			problem: `“${file.name}” is not a text file. Open plain text, Markdown, code, CSV or JSON, saved as UTF-8.`,
		};
	}
	return text === "" ? { problem: `“${file.name}” is empty.` } : { text };
}
