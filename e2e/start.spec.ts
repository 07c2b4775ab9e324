// `npm start` as a person runs it: it prints an address, serves the page there, and Ctrl-C ends it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const script = fileURLToPath(new URL("../scripts/start.js", import.meta.url));

/** Starts the command and waits for the line with the address. */
async function start(port: number): Promise<{ child: ChildProcess; url: string }> {
	const child = spawn(process.execPath, [script], {
		env: { ...process.env, PORT: String(port) },
		stdio: ["ignore", "pipe", "inherit"],
	});
	for await (const line of createInterface({ input: child.stdout })) {
		const url = /http:\/\/\S+/.exec(line)?.[0];
		if (url) return { child, url };
	}
	throw new Error("npm start ended without an address.");
}

test("npm start takes the next port if its own is in use, serves the page isolated, and ends on Ctrl-C", async () => {
	const other = createServer().listen(0, "localhost");
	await once(other, "listening");
	const taken = (other.address() as AddressInfo).port;
	const { child, url } = await start(taken);
	try {
		expect(new URL(url).port).not.toBe(String(taken));

		const page = await fetch(url);
		expect(page.headers.get("content-type")).toContain("text/html");
		expect(page.headers.get("cross-origin-opener-policy")).toBe("same-origin");
		expect(page.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
		expect(await page.text()).toContain("<title>promptsieve");

		const wasm = await fetch(new URL("ort/ort-wasm-simd-threaded.wasm", url));
		expect(wasm.headers.get("content-type")).toBe("application/wasm");
		const glue = await fetch(new URL("ort/ort-wasm-simd-threaded.mjs", url));
		expect(glue.headers.get("content-type")).toContain("text/javascript");
	} finally {
		child.kill("SIGINT");
		other.close();
	}
	const [exitCode] = await once(child, "exit");
	expect(exitCode).toBe(0);
});
