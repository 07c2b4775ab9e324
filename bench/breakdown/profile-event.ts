// An event of onnxruntime's profile, in the runtime's own names.

export interface ProfileEvent {
	readonly cat: string;
	readonly name: string;
	/** Microseconds. */
	readonly dur: number;
	readonly args: {
		readonly op_name?: string;
		/** One entry an input: element type → shape. */
		readonly input_type_shape?: readonly TypedShape[];
		readonly output_type_shape?: readonly TypedShape[];
	};
}

/** One entry: element type → shape. */
export type TypedShape = Readonly<Record<string, readonly number[]>>;
