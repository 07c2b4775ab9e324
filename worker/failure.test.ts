import { expect, it } from "vitest";
import { CompressorError } from "../src/core/error.ts";
import { toCompressorError } from "./failure.ts";

it.each([
	[new RangeError("Array buffer allocation failed")],
	[new RangeError("Invalid typed array length: 99999999999")],
	[new Error("std::bad_alloc")],
	[new Error("Aborted(Cannot enlarge memory arrays)")],
	[new WebAssembly.RuntimeError("Aborted(OOM)")],
	["out of memory"],
])("finds that memory ran out in %s", (error) => {
	expect(toCompressorError(error, "worker-crashed", "Scoring")).toMatchObject({
		code: "out-of-memory",
		message: expect.stringContaining("Scoring"),
		cause: error,
	});
});

it("gives any other error the code of what was going on", () => {
	expect(toCompressorError(new TypeError("x is undefined"), "worker-crashed", "Scoring")).toMatchObject({
		code: "worker-crashed",
		message: "Scoring: x is undefined",
	});
});

it("leaves a CompressorError as it is", () => {
	const error = new CompressorError("aborted", "stopped");
	expect(toCompressorError(error, "worker-crashed", "Scoring")).toBe(error);
});
