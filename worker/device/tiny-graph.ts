// The least model there is. onnxruntime-web compiles its wasm and starts its threads when it's asked for the first
// session; asked for this one, it does so while the real model is still on its way.

/** ONNX protobuf of `y = Identity(x)`, one float32: opset 13 of IR version 8. Every group begins with its length. */
export const tinyGraph: Uint8Array<ArrayBuffer> = Uint8Array.from(
	[
		...["\x08\x08", "B\x02\x10\x0d"],
		...[":\x37", "\x0a\x10", "\x0a\x01x", "\x12\x01y", "\x22\x08Identity", "\x12\x01g"],
		...["Z\x0f", "\x0a\x01x", "\x12\x0a\x0a\x08\x08\x01\x12\x04\x0a\x02\x08\x01"],
		...["b\x0f", "\x0a\x01y", "\x12\x0a\x0a\x08\x08\x01\x12\x04\x0a\x02\x08\x01"],
	].join(""),
	(char) => char.charCodeAt(0),
);
