// A local server that answers as OpenAI's API does and records what it was asked, byte for byte.
import { createServer, type IncomingHttpHeaders } from "node:http";
import { chatAnswer, chatStream, responsesAnswer, responsesStream } from "./openai-answers.fixture.ts";

export interface RecordedRequest {
	readonly path: string;
	readonly method: string;
	readonly headers: IncomingHttpHeaders;
	/** The body as text, and as JSON where it is that. */
	readonly text: string;
	readonly json: Record<string, unknown>;
}

export interface FakeProvider {
	/** Ends in `/v1`. */
	readonly baseURL: string;
	readonly requests: RecordedRequest[];
	/** The list that was sent last. */
	last(key?: "messages" | "input"): Record<string, unknown>[];
	close(): Promise<void>;
}

/** Calls the first tool it is offered until it sees a result; else says "Done." */
export async function fakeProvider(): Promise<FakeProvider> {
	const requests: RecordedRequest[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const text = Buffer.concat(chunks).toString("utf8");
			const path = request.url ?? "";
			const json = readJson(text);
			requests.push({ path, method: request.method ?? "", headers: request.headers, text, json });
			const isResponses = /\/responses(\?|$)/.test(path);
			if (json.stream === true) {
				response.writeHead(200, { "content-type": "text/event-stream" });
				for (const event of isResponses ? responsesStream() : chatStream(json)) response.write(event);
				response.end();
			} else {
				response.writeHead(200, { "content-type": "application/json" });
				response.end(JSON.stringify(isResponses ? responsesAnswer() : chatAnswer(json)));
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" ? address?.port : undefined;
	return {
		baseURL: `http://127.0.0.1:${port}/v1`,
		requests,
		last: (key = "messages") => requests.at(-1)?.json[key] as Record<string, unknown>[],
		close: () => new Promise((resolve) => void server.close(() => resolve())),
	};
}

function readJson(text: string): Record<string, unknown> {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}
