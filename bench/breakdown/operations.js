// Arithmetic operations of an operator, from the shapes that it ran with.

/** @typedef {import("./result-shape.ts").Arithmetic} Arithmetic */

/**
 * @typedef {object} Operations
 * @property {number} count multiplications and additions
 * @property {Arithmetic} arithmetic
 */

/** Products of a matrix with weights. @type {Readonly<Record<string, Arithmetic>>} */
const products = {
	MatMul: "fp32",
	FusedMatMul: "fp32",
	Gemm: "fp32",
	MatMulInteger: "int8",
	DynamicQuantizeMatMul: "int8",
};

/**
 * Two for each element of a product's result and each element of a row that it sums over. Null of operators that
 * are no products: what they do to each element is not counted.
 *
 * @param {string} operator
 * @param {readonly (readonly number[])[]} inputs shapes; the runtime may leave out that of weights
 * @param {readonly number[]} output its shape
 * @returns {Operations | null}
 */
export function operationsOf(operator, inputs, output) {
	const [first = [], second = []] = inputs;
	const arithmetic = products[operator];
	if (arithmetic) return { count: 2 * volume(output) * (first.at(-1) ?? Number.NaN), arithmetic };
	if (operator === "MultiHeadAttention") {
		// Every query with every key, over the hidden size; then every weight with every value, the same again.
		return { count: 4 * volume(first) * (second.at(-2) ?? Number.NaN), arithmetic: "fp32" };
	}
	return null;
}

/** @param {readonly number[]} shape */
const volume = (shape) => shape.reduce((product, size) => product * size, 1);
