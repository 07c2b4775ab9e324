// Firefox, headless, by WebDriver BiDi: JSON over a WebSocket that Firefox itself opens
// (https://www.w3.org/TR/webdriver-bidi/).
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { programOf } from "./child-program.ts";
import type { Transport } from "./driver.ts";

/** Firefox asks its makers nothing while it is tested. */
const preferences = {
	"app.normandy.enabled": false,
	"app.update.enabled": false,
	"browser.safebrowsing.update.enabled": false,
	"browser.shell.checkDefaultBrowser": false,
	"datareporting.policy.dataSubmissionEnabled": false,
	"extensions.getAddons.cache.enabled": false,
	"network.captive-portal-service.enabled": false,
	"network.connectivity-service.enabled": false,
	"services.settings.server": "data:,",
	"toolkit.telemetry.enabled": false,
};

interface Message {
	readonly id?: number;
	readonly type: "success" | "error" | "event";
	readonly result?: unknown;
	readonly message?: string;
}

/** What "script.evaluate" answers to an expression that gives a string. */
type Evaluated =
	| { readonly type: "success"; readonly result: { readonly value: string } }
	| { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

export async function startFirefox(path: string): Promise<Transport> {
	const profile = mkdtempSync(join(tmpdir(), "promptsieve-firefox-"));
	const lines = Object.entries(preferences).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
	);
	writeFileSync(join(profile, "user.js"), lines.join("\n"));
	const args = [
		"--headless",
		"--no-remote",
		"--profile",
		profile,
		"--remote-debugging-port",
		"0",
		"about:blank",
	];
	const program = programOf(spawn(path, args, { detached: true, stdio: ["ignore", "pipe", "pipe"] }));
	const stop = async () => {
		await program.end();
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const [, address = ""] = await program.says(/WebDriver BiDi listening on (ws:\S+)/);
		const { call, close } = await connect(`${address}/session`);
		await call("session.new", { capabilities: {} });
		// A tab of its own: in the first one the address field has the focus and keeps it, and a document without it
		// gets the keys, but its buttons are not pressed by them.
		const created = await call("browsingContext.create", { type: "tab" });
		const { context } = created as { context: string };
		const evaluate = async (expression: string) => {
			const params = { expression, target: { context }, awaitPromise: true };
			const answer = (await call("script.evaluate", params)) as Evaluated;
			if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
			return answer.result.value;
		};
		return {
			async goto(url) {
				await call("browsingContext.navigate", { context, url, wait: "complete" });
				// The new tab may get the focus later than its document.
				while ((await evaluate("String(document.hasFocus())")) !== "true")
					await call("browsingContext.activate", { context });
			},
			evaluate,
			async perform(source) {
				await call("input.performActions", { context, actions: [source] });
			},
			async resize(width, height) {
				await call("browsingContext.setViewport", { context, viewport: { width, height } });
			},
			async screenshot() {
				const { data } = (await call("browsingContext.captureScreenshot", { context })) as { data: string };
				return Buffer.from(data, "base64");
			},
			async quit() {
				close();
				await stop();
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Commands and their answers, by number; what arrives without one is an event, and none is asked for. */
async function connect(address: string) {
	const socket = new WebSocket(address);
	await new Promise<void>((resolve, reject) => {
		socket.once("open", resolve);
		socket.once("error", reject);
	});
	const waiting = new Map<number, (answer: Message) => void>();
	socket.on("message", (data) => {
		const message: Message = JSON.parse(String(data));
		if (message.id !== undefined) waiting.get(message.id)?.(message);
	});
	socket.once("close", () => {
		for (const answer of waiting.values()) answer({ type: "error", message: "Firefox has gone" });
	});
	let last = 0;
	const call = async (method: string, params: object): Promise<unknown> => {
		last += 1;
		const id = last;
		const answer = new Promise<Message>((resolve) => waiting.set(id, resolve));
		socket.send(JSON.stringify({ id, method, params }));
		const { type, result, message } = await answer;
		waiting.delete(id);
		if (type === "error") throw new Error(`${method}: ${message}`);
		return result;
	};
	return { call, close: () => socket.close() };
}
