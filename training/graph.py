"""The classifier as an ONNX graph, written node by node; the two variants differ in how a matrix is stored.

Inputs   input_ids, attention_mask: int64 [batch, sequence], sequence at most 512: `<s> window </s>`, or with a question
         `<s> question </s></s> window </s>`.
Outputs  keep_probability, relevance: float32 [batch, sequence].
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, MICROSOFT = 18, "com.microsoft"
EPSILON = 1e-12


class Graph:
    """Collects nodes and initializers; every method adds to the graph and returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list = []
        self.initializers: list = []

    def constant(self, name: str, array: np.ndarray) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def halved(self, name: str, array: np.ndarray) -> str:
        """Stored as float16, computed as float32: the runtime folds the cast when it loads the model."""
        return self.op("Cast", self.constant(f"{name}.half", array.astype(np.float16)), to=TensorProto.FLOAT, out=name)

    def op(self, kind: str, *inputs: str, out: str, domain: str = "", **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [out], name=out, domain=domain, **attributes))
        return out

    def model(self, name: str, inputs: list[str], outputs: list[str]) -> onnx.ModelProto:
        shape = ["batch", "sequence"]
        graph = helper.make_graph(
            self.nodes, name,
            [helper.make_tensor_value_info(value, TensorProto.INT64, shape) for value in inputs],
            [helper.make_tensor_value_info(value, TensorProto.FLOAT, shape) for value in outputs], self.initializers)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="promptsieve")


def embedded(g: Graph, words: dict[str, np.ndarray]) -> str:
    """The rows of the 4-bit embedding table (two values a byte, the even one low; blocks of 32)."""
    packed = words["values"][:, 0::2] | (words["values"][:, 1::2] << 4)
    scales = g.op("Cast", g.constant("words.scales", words["scales"]), to=TensorProto.FLOAT, out="word_scales")
    scales = g.op("Mul", scales, g.halved("words.factors", words["factors"]), out="word_block_scales")
    return g.op("GatherBlockQuantized", g.constant("words", packed), "input_ids", scales,
                out="word_rows", domain=MICROSOFT, bits=4, block_size=32, gather_axis=0, quantize_axis=1)


def encoder(state: dict[str, np.ndarray], words: dict[str, np.ndarray], multiply, heads: int) -> Graph:
    """The whole graph; `multiply(graph, x, name, weight, bias)` adds a dense layer and returns (result, bias or "").

    It returns the bias's name when the layer has not added it yet.
    """
    g = Graph()
    zero, one = g.constant("zero", np.array([0])), g.constant("one", np.array([1]))
    length = g.op("Shape", "input_ids", out="length", start=1, end=2)
    positions = g.op("Slice", g.halved("positions", state["positions"]), zero, length, out="position_rows")
    x = g.op("Add", embedded(g, words), positions, out="embedded")
    x = g.op("LayerNormalization", x, *weights(g, state, "norm"), out="embedded_norm", axis=-1, epsilon=EPSILON)

    # What a token may not look at gets -10,000 before the softmax; [batch, 1, sequence, sequence].
    hidden_tokens = g.op("Sub", g.constant("one_float", np.float32([1])), g.op("Cast", "attention_mask", to=TensorProto.FLOAT, out="mask_float"), out="mask_inverse")
    bias = g.op("Mul", hidden_tokens, g.constant("minus", np.float32([-10000])), out="mask_scaled")
    bias = g.op("Unsqueeze", bias, g.constant("axes", np.array([1, 2])), out="mask_wide")
    shape = g.op("Concat", g.op("Shape", "input_ids", out="batch", start=0, end=1), one, length, length, out="mask_shape", axis=0)
    bias = g.op("Expand", bias, shape, out="mask_bias")

    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    size = state["norm.bias"].shape[0]
    sizes = g.constant("qkv_sizes", np.array([size] * 3))
    for layer in range(layers):
        at = f"layers.{layer}"

        def dense(x: str, part: str) -> tuple[str, str]:
            return multiply(g, x, f"{at}.{part}", state[f"{at}.{part}.weight"], state[f"{at}.{part}.bias"])

        qkv, later = dense(x, "qkv")
        if later:
            qkv = g.op("Add", qkv, later, out=f"{at}.qkv_biased")
        parts = [f"{at}.{part}" for part in ("q", "k", "v")]
        g.nodes.append(helper.make_node("Split", [qkv, sizes], parts, name=f"{at}.split", axis=-1))
        attended = g.op("MultiHeadAttention", *parts, "", "", bias, out=f"{at}.heads", domain=MICROSOFT, num_heads=heads)
        x = skip_norm(g, state, x, *dense(attended, "attended"), f"{at}.attention_norm")
        wide, later = dense(x, "wide")
        if later:
            wide = g.op("Add", wide, later, out=f"{at}.wide_biased")
        wide = g.op("Gelu", wide, out=f"{at}.gelu", domain=MICROSOFT)
        x = skip_norm(g, state, x, *dense(wide, "narrow"), f"{at}.output_norm")

    logits = g.op("MatMul", x, g.constant("head.weight", state["head.weight"].T), out="head")
    logits = g.op("Add", logits, g.constant("head.bias", state["head.bias"]), out="logits")
    head_sizes, last = g.constant("head_sizes", np.array([3, 1])), g.constant("last", np.array([-1]))
    g.nodes.append(helper.make_node("Split", [logits, head_sizes], ["keep_logits", "relevance_logit"], name="heads", axis=-1))
    shares = g.op("Softmax", "keep_logits", out="probabilities", axis=-1)
    shares = g.op("MatMul", shares, g.constant("worth", np.float32([[0], [0.5], [1]])), out="kept")
    g.op("Squeeze", shares, last, out="keep_probability")
    g.op("Squeeze", g.op("Sigmoid", "relevance_logit", out="needed"), last, out="relevance")
    return g


def weights(g: Graph, state: dict[str, np.ndarray], name: str) -> tuple[str, str]:
    """Weight and bias of a layer norm."""
    return g.constant(f"{name}.weight", state[f"{name}.weight"]), g.constant(f"{name}.bias", state[f"{name}.bias"])


def skip_norm(g: Graph, state: dict[str, np.ndarray], x: str, added: str, bias: str, name: str) -> str:
    """Layer norm of x + added (+ bias)."""
    inputs = [added, x, *weights(g, state, name)] + ([bias] if bias else [])
    return g.op("SkipLayerNormalization", *inputs, out=name, domain=MICROSOFT, epsilon=EPSILON)
