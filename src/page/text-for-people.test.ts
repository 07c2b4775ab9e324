import { describe, expect, test } from "vitest";
import { CompressorError } from "../core/error.ts";
import { failureText } from "./failure-text.ts";
import { counted, dollars, megabytesOf, percent, ratio } from "./format.ts";

describe("numbers", () => {
	test.each([
		[dollars(0), "$0"],
		[dollars(0.00123), "$0.0012"],
		[dollars(1.5), "$1.50"],
		[dollars(1234.5), "$1,235"],
		[ratio(3.14), "3.1x"],
		[ratio(Number.POSITIVE_INFINITY), "–"],
		[megabytesOf(27_940_000), "27.9 MB"],
		[percent(0.834), "83%"],
		[counted(1, "word"), "1 word"],
		[counted(1200, "word"), "1,200 words"],
	])("%s", (written, expected) => {
		expect(written).toBe(expected);
	});
});

describe("failureText", () => {
	test("names the URL and says what to do", () => {
		const error = new CompressorError("model-load-failed", "https://x.example/model.onnx answered 404");
		const text = failureText(error);
		expect(text.title).toBe("The model could not be loaded.");
		expect(text.detail).toContain("https://x.example/model.onnx");
	});

	test("anything thrown has an explanation", () => {
		expect(failureText("odd").detail).toBe("odd");
		expect(failureText(new TypeError("odd")).advice).toContain("Try again");
	});
});

test("a loading that failed says what failed, without advice for developers", () => {
	const message =
		"https://a.example/b.onnx could not be loaded. Where a bundler copies no files, name it with assetsUrl.";
	expect(failureText(new CompressorError("model-load-failed", message)).detail).toBe(
		"https://a.example/b.onnx could not be loaded.",
	);
});
