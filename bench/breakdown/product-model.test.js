import { InferenceSession, Tensor } from "onnxruntime-node";
import { expect, test } from "vitest";
import { productModel } from "./product-model.js";

test.each(/** @type {const} */ (["fp32", "int8"]))("the %s graph multiplies ones", async (arithmetic) => {
	const session = await InferenceSession.create(productModel(arithmetic, 300, 5), {
		executionProviders: ["cpu"],
	});
	const { product } = await session.run({ shape: new Tensor("int64", BigInt64Array.of(2n, 300n), [2]) });
	await session.release();
	expect(product?.dims).toEqual([2, 5]);
	expect(Array.from(/** @type {Iterable<number>} */ (product?.data ?? []))).toEqual(Array(10).fill(300));
});
