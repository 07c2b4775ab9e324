import { expect, test } from "vitest";
import { shareOfPeak } from "./measure-roofline.js";
import { operationsOf } from "./operations.js";
import { readProfile } from "./profile.js";

/** @param {string} operator @param {number} dur @param {number[]} output @param {...number[]} shapes */
const node = (operator, dur, output, ...shapes) => ({
	cat: "Node",
	name: `${operator}_1_kernel_time`,
	dur,
	args: {
		op_name: operator,
		input_type_shape: shapes.map((shape) => ({ float: shape })),
		output_type_shape: [{ float: output }],
	},
});

/** @param {number} dur */
const run = (dur) => ({ cat: "Session", name: "model_run", dur, args: {} });

test.each([
	["MatMul", [[1, 512, 384]], [1, 512, 1536], 2 * 512 * 384 * 1536, "fp32"],
	["DynamicQuantizeMatMul", [[2, 10, 3], [3, 4], [4]], [2, 10, 4], 2 * 20 * 3 * 4, "int8"],
	[
		"MultiHeadAttention",
		[
			[1, 512, 384],
			[1, 512, 384],
			[1, 512, 384],
		],
		[1, 512, 384],
		4 * 512 * 512 * 384,
		"fp32",
	],
])("operations of %s on %j", (operator, shapes, output, count, arithmetic) => {
	expect(operationsOf(operator, shapes, output)).toEqual({ count, arithmetic });
});

test("what is no product is not counted", () => {
	expect(operationsOf("Mul", [[512, 384], [384]], [512, 384])).toBeNull();
});

test("calls of one operator are added up, runs give their median and their best, runs to warm up are left out", () => {
	const product = (/** @type {number} */ dur) => node("MatMul", dur, [2, 4], [2, 3], [3, 4]);
	const one = (/** @type {number} */ ms) => [
		product(ms * 400),
		node("Gelu", ms * 100, [2, 4], [2, 4]),
		product(ms * 400),
		run(ms * 1000),
	];
	expect(readProfile([...one(90), ...one(2), ...one(6), ...one(3)], 1)).toEqual({
		runs: 3,
		ms: 3,
		bestMs: 2,
		operators: [
			{
				operator: "MatMul",
				calls: 2,
				ms: 2.4,
				bestMs: 1.6,
				operations: 2 * 2 * 2 * 3 * 4,
				arithmetic: "fp32",
			},
			{ operator: "Gelu", calls: 1, ms: 0.3, bestMs: 0.2, operations: 0, arithmetic: null },
		],
	});
});

test("the share of the peak is the time at the peak over the time that it takes", () => {
	const operators = [
		{ operations: 10e6, arithmetic: /** @type {const} */ ("fp32") },
		{ operations: 40e6, arithmetic: /** @type {const} */ ("int8") },
		{ operations: 0, arithmetic: null },
	];
	expect(shareOfPeak({ bestMs: 10, operators }, { fp32: { gops: 5 }, int8: { gops: 20 } })).toBeCloseTo(0.4);
});
