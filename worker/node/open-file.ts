// Opens file: URLs, which Node's fetch doesn't.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** @throws what `readFile` throws when the file can't be read. */
export async function openFile(url: string): Promise<Response> {
	return new Response(Uint8Array.from(await readFile(fileURLToPath(url))));
}
