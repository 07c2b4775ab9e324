// How the hub's storage answers a request for a file: well, or in one of the ways in which servers fail.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";

export type Fault =
	| "none"
	/** A thousandth at a time, with pauses. */
	| "slow"
	/** The connection ends after 60 % of what was asked for. */
	| "cut"
	/** After 60 % nothing comes any more, and the connection stays open. */
	| "stall"
	/** Not even headers come. */
	| "silent"
	| "wrong-bytes"
	| "too-short"
	| "too-long"
	| "missing"
	| "forbidden"
	/** 429, with a second to wait. */
	| "busy"
	/** 429, with an hour to wait. */
	| "busy-long"
	| "error"
	| "html"
	/** The whole file whatever was asked for. */
	| "no-range"
	/** The same, and cut at 60 %. */
	| "no-range-cut"
	/** From now on the file is another one of the same size. */
	| "change"
	/** 501 where a part is asked for. */
	| "refuses-range";

const statuses: Partial<Record<Fault, number>> = {
	missing: 404,
	forbidden: 403,
	busy: 429,
	"busy-long": 429,
	error: 500,
};

export async function answerWithFault(
	request: IncomingMessage,
	response: ServerResponse,
	file: Uint8Array,
	fault: Fault,
): Promise<void> {
	const status = statuses[fault];
	if (status !== undefined) {
		if (status === 429) response.setHeader("Retry-After", fault === "busy" ? "1" : "3600");
		return void response.writeHead(status).end();
	}
	if (fault === "silent") return;
	if (fault === "html") {
		response.setHeader("Content-Type", "text/html; charset=utf-8");
		return void response.end("<!doctype html><title>Sign in to this network</title>");
	}

	const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
	if (fault === "refuses-range" && asked !== undefined) return void response.writeHead(501).end();
	const from = asked === undefined || fault.startsWith("no-range") ? undefined : Number(asked);
	const etag = `"${createHash("md5").update(file).digest("hex")}"`;
	response.setHeader("ETag", etag);
	response.setHeader("Accept-Ranges", "bytes");
	response.setHeader("Content-Type", "application/octet-stream");
	if (from !== undefined && from >= file.length) {
		return void response.writeHead(416, { "Content-Range": `bytes */${file.length}` }).end();
	}
	const body = altered(file.subarray(from ?? 0), fault);
	if (from !== undefined) {
		response.setHeader("Content-Range", `bytes ${from}-${from + body.length - 1}/${file.length}`);
	}
	response.writeHead(from === undefined ? 200 : 206, { "Content-Length": body.length });
	if (request.method === "HEAD") return void response.end();
	await send(response, body, fault);
}

function altered(body: Uint8Array, fault: Fault): Uint8Array {
	if (fault === "wrong-bytes") return body.map((byte) => byte ^ 1);
	if (fault === "too-short") return body.subarray(0, body.length >> 1);
	return fault === "too-long" ? Buffer.concat([body, body]) : body;
}

async function send(response: ServerResponse, body: Uint8Array, fault: Fault): Promise<void> {
	const most = body.subarray(0, Math.floor(body.length * 0.6));
	switch (fault) {
		case "cut":
		case "no-range-cut":
			response.write(most, () => response.destroy());
			return;
		case "stall":
			response.write(most);
			return;
		case "slow":
			// Half a second: several events' worth on any machine.
			for (let at = 0; at < body.length; at += Math.ceil(body.length / 1000)) {
				await new Promise<void>((resolve) => {
					response.write(body.subarray(at, at + Math.ceil(body.length / 1000)), () => resolve());
				});
				if (at % Math.ceil(body.length / 20) < body.length / 1000) await setTimeout(25);
			}
			response.end();
			return;
		default:
			response.end(body);
	}
}
