// How a browser test talks to the fake hub that runs beside Vite's server (hub-plugin.ts).
import type { Fault, HubRequest } from "./hub-server.ts";

const ask = async (what: string) => (await fetch(`/hub/${what}`)).text();

/** `${hub}/owner/name/resolve/main/file` is a file's URL. */
export function hubOrigin(): Promise<string> {
	return ask("origin");
}

/** From now on the file of this path, `owner/name/file`, is `hubFile(size, seed)`. */
export async function putOnHub(path: string, size: number, seed: number): Promise<void> {
	await ask(`put/${path}?${size}&${seed}`);
}

/** The next answers to requests for that file. */
export async function breakHub(path: string, ...faults: readonly Fault[]): Promise<void> {
	await ask(`break/${path}?${faults.join("&")}`);
}

/** Ranges, else methods, of the requests for files below `path` that `action` has led to. */
export async function requestsDuring(path: string, action: () => Promise<unknown>): Promise<string[]> {
	const list = async () =>
		(JSON.parse(await ask("requests")) as HubRequest[]).filter((request) => request.path.startsWith(path));
	const before = await list();
	await action();
	return (await list()).slice(before.length).map(({ method, range }) => range ?? method);
}
