// Hands onnxruntime-web a module that is compiled already. It takes bytes or a URL only: of bytes, browsers keep no
// compiled code, and a URL it fetches once more and unchecked.

/** Stands for the module where the runtime wants its wasm's bytes. */
export const noBytes = new ArrayBuffer(0);

/**
 * Settles as `start` does.
 *
 * @param start whoever instantiates {@link noBytes} meanwhile gets `module` and an instance of it
 */
export async function giveModule<Value>(
	module: WebAssembly.Module,
	start: () => Promise<Value>,
	scope: Pick<typeof WebAssembly, "instantiate"> = WebAssembly,
): Promise<Value> {
	const instantiate = scope.instantiate as (
		source: BufferSource | WebAssembly.Module,
		imports?: WebAssembly.Imports,
	) => Promise<unknown>;
	const given: typeof instantiate = async (source, imports) =>
		"byteLength" in source && source.byteLength === 0
			? { module, instance: await instantiate(module, imports) }
			: instantiate(source, imports);
	scope.instantiate = given as typeof scope.instantiate;
	try {
		return await start();
	} finally {
		scope.instantiate = instantiate as typeof scope.instantiate;
	}
}
