// An ONNX graph of one matrix product, written field by field: what the machine's peak is measured with.

/** Numbers that ONNX gives its element types. */
const elementTypes = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7 };

/** The products, with the element types of both factors and of the result. */
const products = {
	fp32: { operator: "MatMul", types: /** @type {const} */ (["float", "float", "float"]) },
	int8: { operator: "MatMulInteger", types: /** @type {const} */ (["uint8", "int8", "int32"]) },
};

/**
 * `shape` (int64 `[2]`, an input) → left, all ones, made when the graph runs; left × right → `product`. The right
 * factor is made of constants when the session starts, so that the runtime packs it as it packs weights.
 *
 * @param {import("./result-shape.ts").Arithmetic} arithmetic
 * @param {number} inner rows of the right factor
 * @param {number} columns of the right factor
 */
export function productModel(arithmetic, inner, columns) {
	const { operator, types } = products[arithmetic];
	const [left, right, result] = types;
	const graph = message(
		[1, node("ConstantOfShape", ["shape"], "left", left)],
		[1, node("ConstantOfShape", ["right_shape"], "right", right)],
		[1, node(operator, ["left", "right"], "product")],
		[2, "product"],
		[5, message([1, 2], [2, elementTypes.int64], [8, "right_shape"], [9, int64s(inner, columns)])],
		[11, value("shape", "int64", 1)],
		[12, value("product", result, 2)],
	);
	return message([1, 8], [7, graph], [8, message([1, ""], [2, 13])]);
}

/**
 * @param {string} operator @param {readonly string[]} inputs @param {string} output
 * @param {keyof typeof elementTypes} [ones] the output is full of ones of this type
 */
function node(operator, inputs, output, ones) {
	const bytes = { float: float32(1), uint8: [1], int8: [1], int32: [1, 0, 0, 0], int64: int64s(1) };
	/** @type {Field[]} */
	const fields = [
		...inputs.map((name) => /** @type {const} */ ([1, name])),
		[2, output],
		[3, output],
		[4, operator],
	];
	if (ones) {
		const tensor = message([1, 1], [2, elementTypes[ones]], [9, Uint8Array.from(bytes[ones])]);
		fields.push([5, message([1, "value"], [5, tensor], [20, 4])]);
	}
	return message(...fields);
}

/** An input or output. @param {string} name @param {keyof typeof elementTypes} type @param {number} rank */
function value(name, type, rank) {
	const dimensions = Array.from(
		{ length: rank },
		(_, at) => /** @type {const} */ ([1, rank === 1 ? message([1, 2]) : message([2, `size${at}`])]),
	);
	return message([1, name], [2, message([1, message([1, elementTypes[type]], [2, message(...dimensions)])])]);
}

/** Number of the field and what it holds. @typedef {readonly [number, number | string | Uint8Array]} Field */

/** A protocol buffer. @param {...Field} fields */
function message(...fields) {
	return Uint8Array.from(
		fields.flatMap(([field, content]) => {
			if (typeof content === "number") return [...varint(field << 3), ...varint(content)];
			const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
			return [...varint((field << 3) | 2), ...varint(bytes.length), ...bytes];
		}),
	);
}

/** @param {number} number not negative @returns {number[]} seven bits a byte, the lowest first */
function varint(number) {
	return number < 128 ? [number] : [(number % 128) + 128, ...varint(Math.floor(number / 128))];
}

/** @param {...number} numbers */
const int64s = (...numbers) => new Uint8Array(BigInt64Array.from(numbers, BigInt).buffer);

/** @param {number} number */
const float32 = (number) => new Uint8Array(Float32Array.of(number).buffer);
