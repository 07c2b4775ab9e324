import { expose, wrap } from "comlink";
import { afterEach, expect, it } from "vitest";
import { CompressorError } from "../core/error.ts";
import { installThrowHandler } from "./throw-handler.ts";
import { fromWireError } from "./wire-error.ts";

installThrowHandler();
installThrowHandler();

const ports: MessagePort[] = [];
afterEach(() => {
	for (const port of ports.splice(0)) port.close();
});

/** What a caller catches when the other side throws `value`. */
async function thrownAcross(value: unknown): Promise<unknown> {
	const { port1, port2 } = new MessageChannel();
	ports.push(port1, port2);
	expose(
		{
			fail() {
				throw value;
			},
		},
		port1,
	);
	const remote = wrap<{ fail(): void }>(port2);
	return remote.fail().then(
		() => "nothing was thrown",
		(error: unknown) => error,
	);
}

it("revives a CompressorError with its code, message and cause", async () => {
	const error = await thrownAcross(
		new CompressorError("out-of-memory", "too long", { cause: new Error("2 GB") }),
	);
	expect(error).toBeInstanceOf(CompressorError);
	expect(error).toMatchObject({ code: "out-of-memory", message: "too long", cause: "2 GB" });
});

it("revives an abort as an AbortError", async () => {
	expect(await thrownAcross(new CompressorError("aborted", "stopped"))).toMatchObject({
		name: "AbortError",
		code: "aborted",
	});
});

it.each([[new TypeError("no such thing")], ["a string"]])("turns %s into worker-crashed", async (value) => {
	const error = await thrownAcross(value);
	expect(error).toBeInstanceOf(CompressorError);
	expect(error).toMatchObject({ code: "worker-crashed", message: String(value) });
});

it("turns what is no wire error into worker-crashed", () => {
	expect(fromWireError({ isError: true })).toMatchObject({ code: "worker-crashed" });
});
