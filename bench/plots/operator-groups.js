// The model's operators by what they are for.

/** @type {Readonly<Record<string, readonly string[]>>} */
const operators = {
	"int8 products": ["DynamicQuantizeMatMul", "MatMulInteger"],
	attention: ["MultiHeadAttention"],
	"scaling for int8": ["Mul", "Abs", "ReduceMax", "Max", "Reciprocal"],
	"layer norm": ["SkipLayerNormalization", "LayerNormalization"],
	GELU: ["BiasGelu", "Gelu", "FastGelu"],
};

/**
 * @param {readonly import("../breakdown/result-shape.ts").OperatorTime[]} times
 * @returns {readonly { name: string, value: number }[]} milliseconds, the longest first; what belongs to no group last
 */
export function groupOperators(times) {
	const known = Object.entries(operators).map(([name, members]) => ({
		name,
		value: sum(times.filter(({ operator }) => members.includes(operator))),
	}));
	const named = Object.values(operators).flat();
	const rest = sum(times.filter(({ operator }) => !named.includes(operator)));
	return [...known.sort((one, other) => other.value - one.value), { name: "other", value: rest }];
}

/** @param {readonly { ms: number }[]} times */
const sum = (times) => times.reduce((total, { ms }) => total + ms, 0);
