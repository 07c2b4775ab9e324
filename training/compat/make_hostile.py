"""Makes e2e/hub/hostile: small ONNX graphs that are no token classifier, each in its own way, for tests of loading."""
from pathlib import Path

import onnx
from onnx import TensorProto, helper

OUT = Path(__file__).resolve().parents[2] / "e2e/hub/hostile"
IDS = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "sequence"])
MASK = helper.make_tensor_value_info("attention_mask", TensorProto.INT64, ["batch", "sequence"])


def numbers(*values: int) -> onnx.NodeProto:
    tensor = helper.make_tensor("axes", TensorProto.INT64, [len(values)], values)
    return helper.make_node("Constant", [], ["axes"], value=tensor)


def write(name: str, nodes: list, inputs: list, output: str, kind: int, shape: list, initializers: list = ()) -> None:
    answer = helper.make_tensor_value_info(output, kind, shape)
    graph = helper.make_graph(nodes, name, inputs, [answer], list(initializers))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (OUT / f"{name}.onnx").write_bytes(model.SerializeToString())


def labels(count: int) -> list:
    """Every token's id as the logit of so many labels."""
    wide = [numbers(2), helper.make_node("Cast", ["input_ids"], ["float"], to=TensorProto.FLOAT)]
    wide.append(helper.make_node("Unsqueeze", ["float", "axes"], ["column"]))
    return [*wide, helper.make_node("Concat", ["column"] * count, ["logits"], axis=2)]


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    real, rank3 = TensorProto.FLOAT, ["batch", "sequence", "labels"]
    write("three-labels", labels(3), [IDS, MASK], "logits", real, rank3)
    add = [helper.make_node("Add", ["float", second], [first]) for first, second in (("logits", "b"), ("b", "logits"))]
    cast = helper.make_node("Cast", ["input_ids"], ["float"], to=real)
    write("cyclic", [cast, *add], [IDS], "logits", real, ["batch", "sequence"])
    write("flat", [helper.make_node("Cast", ["input_ids"], ["logits"], to=real)], [IDS, MASK], "logits", real, ["batch", "sequence"])
    write("integers", [helper.make_node("Identity", ["input_ids"], ["logits"])], [IDS], "logits", TensorProto.INT64, ["batch", "sequence"])
    write("embedder", [helper.make_node("Cast", ["input_ids"], ["last_hidden_state"], to=real)], [IDS, MASK], "last_hidden_state", real, ["batch", "sequence"])
    past = helper.make_tensor_value_info("past_key_values.0.key", real, ["batch", 2, "past", 4])
    write("generator", labels(2), [IDS, MASK, past], "logits", real, rank3)
    zero = helper.make_tensor("zero", real, [], [0.0])
    nothing = [*labels(2)[:-1], helper.make_node("Mul", ["column", "zero"], ["zeros"])]
    nothing += [helper.make_node("Div", ["zeros", "zeros"], ["nan"]), helper.make_node("Concat", ["nan", "nan"], ["logits"], axis=2)]
    write("not-a-number", nothing, [IDS, MASK], "logits", real, rank3, [zero])
    outside = helper.make_tensor("weights", real, [2], [0.0, 0.0])
    outside.ClearField("float_data")
    outside.data_location = TensorProto.EXTERNAL
    outside.external_data.add(key="location", value="../../secret.bin")
    scaled = [*labels(2)[:-1], helper.make_node("Concat", ["column", "column"], ["two"], axis=2)]
    write("outside", [*scaled, helper.make_node("Mul", ["two", "weights"], ["logits"])], [IDS, MASK], "logits", real, rank3, [outside])
    print(*(f"{file.name}: {file.stat().st_size} bytes" for file in sorted(OUT.iterdir())), sep="\n")


if __name__ == "__main__":
    main()
