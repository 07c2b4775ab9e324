// WebKitGTK's MiniBrowser by WebKitWebDriver (classic WebDriver: JSON over HTTP), on a display in memory.
import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { type ChildProgram, programOf } from "./child-program.ts";
import type { Transport } from "./driver.ts";

export async function startWebKitGtk(paths: { driver: string; display: string }): Promise<Transport> {
	const started: ChildProgram[] = [];
	const stop = async () => {
		for (const program of started.splice(0).toReversed()) await program.end();
	};
	try {
		const display = programOf(
			spawn(paths.display, ["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"], {
				detached: true,
				stdio: ["ignore", "pipe", "pipe"],
			}),
		);
		started.push(display);
		const [number] = await display.says(/^\d+$/m);
		const port = await freePort();
		const driver = programOf(
			spawn(paths.driver, [`--port=${port}`], {
				detached: true,
				stdio: ["ignore", "pipe", "pipe"],
				env: {
					...process.env,
					DISPLAY: `:${number}`,
					GDK_BACKEND: "x11",
				},
			}),
		);
		started.push(driver);
		return await openSession(`http://127.0.0.1:${port}`, driver, stop);
	} catch (error) {
		await stop();
		throw error;
	}
}

async function openSession(
	origin: string,
	driver: ChildProgram,
	stop: () => Promise<void>,
): Promise<Transport> {
	const call = async (method: "GET" | "POST", path: string, body?: object): Promise<unknown> => {
		const response = await fetch(`${origin}${path}`, {
			method,
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const { value } = (await response.json()) as { value: unknown };
		if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
		return value;
	};
	await untilAnswered(() => call("GET", "/status"), driver);
	const { sessionId } = (await call("POST", "/session", { capabilities: {} })) as { sessionId: string };
	const at = `/session/${sessionId}`;
	await call("POST", `${at}/timeouts`, { script: 120_000 });
	const evaluate = async (expression: string): Promise<string> => {
		const script = `const done = arguments[0]; (${expression}).then(done);`;
		return String(await call("POST", `${at}/execute/async`, { script, args: [] }));
	};
	return {
		async goto(url) {
			await call("POST", `${at}/url`, { url });
		},
		evaluate,
		async perform(source) {
			await call("POST", `${at}/actions`, { actions: [source] });
		},
		async resize(width, height) {
			// What the window adds around the page is known only by looking.
			const size = "JSON.stringify([innerWidth, innerHeight])";
			const { width: outer, height: outerHeight } = (await call("GET", `${at}/window/rect`)) as Size;
			const [inner = 0, innerHeight = 0] = JSON.parse(await evaluate(`Promise.resolve(${size})`));
			const rect = { width: width + outer - inner, height: height + outerHeight - innerHeight };
			await call("POST", `${at}/window/rect`, rect);
			// Media queries see the new size a frame later.
			await evaluate(
				"new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(''))))",
			);
		},
		async screenshot() {
			return Buffer.from(String(await call("GET", `${at}/screenshot`)), "base64");
		},
		quit: stop,
	};
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** The driver says nothing when it is ready: it is asked until it answers or has ended. */
async function untilAnswered(ask: () => Promise<unknown>, driver: ChildProgram): Promise<void> {
	for (;;) {
		try {
			await ask();
			return;
		} catch (error) {
			if (driver.ended) throw new Error(`WebKitWebDriver ended: ${driver.output}`, { cause: error });
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}

function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((resolve) => {
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
