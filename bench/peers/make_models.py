"""Makes models with random weights in the shapes of the published LLMLingua-2 models, in bench/.cache/models.

    python make_models.py tinybert mbert-base

Each folder serves every engine: PyTorch weights for llmlingua, an ONNX graph beside them in the hub's layout for the
others. Speed does not depend on what the weights say. LLMLingua tells a model's family by its folder's name.
"""
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from transformers import (
    BertConfig,
    BertForTokenClassification,
    MobileBertConfig,
    MobileBertForTokenClassification,
    XLMRobertaConfig,
    XLMRobertaForTokenClassification,
    XLMRobertaTokenizerFast,
)

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CACHE = ROOT / "bench/.cache/models"
EMBEDDED = ROOT / "public/models/embedded"
sys.path.append(str(ROOT / "training/compat"))
from models import bert_tokenizer  # noqa: E402 - the folder above
from texts import passages  # noqa: E402

# Shapes as in the models' own config.json files.
TINY = {"vocab_size": 30522, "hidden_size": 312, "num_hidden_layers": 4, "num_attention_heads": 12, "intermediate_size": 1200}
MOBILE = {"vocab_size": 30522}
MBERT = {"vocab_size": 119547, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072}
XLM_R = {
    "vocab_size": 250002, "hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16,
    "intermediate_size": 4096, "max_position_embeddings": 514, "type_vocab_size": 1, "layer_norm_eps": 1e-5,
    "bos_token_id": 0, "pad_token_id": 1, "eos_token_id": 2,
}


def word_pieces(lower_case: bool):
    english = passages()["en"][:600]
    return bert_tokenizer(english, lower_case, 30000)


def unigram():
    return XLMRobertaTokenizerFast(tokenizer_file=str(EMBEDDED / "tokenizer.json"))


# Model -> its folder's name, what makes it, its tokenizer.
MODELS = {
    "tinybert": ("bert-base-multilingual-cased", lambda: BertForTokenClassification(BertConfig(**TINY)), lambda: word_pieces(True)),
    "mobilebert": (
        "bert-base-multilingual-cased",
        lambda: MobileBertForTokenClassification(MobileBertConfig(**MOBILE)),
        lambda: word_pieces(True),
    ),
    "mbert-base": (
        "bert-base-multilingual-cased", lambda: BertForTokenClassification(BertConfig(**MBERT)), lambda: word_pieces(False),
    ),
    "xlm-r-large": ("xlm-roberta-large", lambda: XLMRobertaForTokenClassification(XLMRobertaConfig(**XLM_R)), unigram),
}


def main() -> None:
    torch.set_num_threads(1)
    for name in sys.argv[1:]:
        if name == "embedded":
            make_embedded(CACHE / "embedded/xlm-roberta-large")
        else:
            make_random(name)
        print(f"{name}: made", flush=True)


def make_random(name: str) -> None:
    folder_name, make, make_tokenizer = MODELS[name]
    torch.manual_seed(0)
    folder = CACHE / name / folder_name
    shutil.rmtree(folder.parent, ignore_errors=True)
    model = make().eval()
    model.save_pretrained(folder)
    make_tokenizer().save_pretrained(folder)
    has_types = model.config.type_vocab_size > 1
    inputs = ["input_ids", "attention_mask"] + (["token_type_ids"] if has_types else [])
    model.config.return_dict = False
    graph = folder / "onnx/model.onnx"
    graph.parent.mkdir()
    torch.onnx.export(
        model,
        kwargs={each: torch.ones(2, 8, dtype=torch.int64) for each in inputs},
        f=str(graph),
        input_names=inputs,
        output_names=["logits"],
        dynamic_axes={each: {0: "batch_size", 1: "sequence_length"} for each in [*inputs, "logits"]},
        opset_version=17,
        dynamo=False,
    )
    if name == "xlm-r-large":
        in_one_data_file(graph)


def in_one_data_file(graph: Path) -> None:
    """PyTorch writes a file for each large weight; the published model has one for all."""
    loaded = onnx.load(graph)
    for file in graph.parent.iterdir():
        file.unlink()
    onnx.save_model(
        loaded, graph, save_as_external_data=True, all_tensors_to_one_file=True, location="model.onnx_data",
        size_threshold=1024,
    )


def make_embedded(folder: Path) -> None:
    """The embedded model for engines that want `logits` of two labels: its keep probability as a logit beside 0.

    The word rows are float32, since the peer's older runtime does not read them as 4-bit values; they are the same rows.
    """
    shutil.rmtree(folder.parent, ignore_errors=True)
    (folder / "onnx").mkdir(parents=True)
    graph = onnx.load(EMBEDDED / "model-int8.onnx")
    dequantize_rows(graph)
    # Inside, other tensors have that name.
    for node in graph.graph.node:
        for names in (node.input, node.output):
            names[:] = ["inner_logits" if name == "logits" else name for name in names]
    tail = [
        helper.make_node("Clip", ["keep_probability", "bench_least", "bench_most"], ["bench_clipped"]),
        helper.make_node("Sub", ["bench_one", "bench_clipped"], ["bench_dropped"]),
        helper.make_node("Div", ["bench_clipped", "bench_dropped"], ["bench_odds"]),
        helper.make_node("Log", ["bench_odds"], ["bench_keep_logit"]),
        helper.make_node("Mul", ["bench_keep_logit", "bench_zero"], ["bench_drop_logit"]),
        helper.make_node("Unsqueeze", ["bench_keep_logit", "bench_last"], ["bench_keep_column"]),
        helper.make_node("Unsqueeze", ["bench_drop_logit", "bench_last"], ["bench_drop_column"]),
        helper.make_node("Concat", ["bench_drop_column", "bench_keep_column"], ["logits"], axis=-1),
    ]
    numbers = {"bench_least": 1e-6, "bench_most": 1 - 1e-6, "bench_one": 1.0, "bench_zero": 0.0}
    constants = [numpy_helper.from_array(np.array(value, np.float32), name) for name, value in numbers.items()]
    constants.append(numpy_helper.from_array(np.array([-1], np.int64), "bench_last"))
    graph.graph.node.extend(tail)
    graph.graph.initializer.extend(constants)
    del graph.graph.output[:]
    graph.graph.output.append(
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch_size", "sequence_length", 2])
    )
    onnx.checker.check_model(graph)
    onnx.save(graph, folder / "onnx/model.onnx")
    shutil.copyfile(EMBEDDED / "tokenizer.json", folder / "tokenizer.json")
    special = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>", "mask_token": "<mask>"}
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "XLMRobertaTokenizer", **special}))
    (folder / "config.json").write_text(
        json.dumps({"model_type": "xlm-roberta", "max_position_embeddings": 514, "id2label": {"0": "LABEL_0", "1": "LABEL_1"}})
    )


def dequantize_rows(graph: onnx.ModelProto) -> None:
    """Replaces the look-up in a 4-bit table by one in the table that it stands for, which the look-up itself gives."""
    nodes = graph.graph.node
    (lookup,) = [node for node in nodes if node.op_type == "GatherBlockQuantized"]
    ids = lookup.input[1]
    needed, feeding = set(lookup.input) - {ids}, [lookup]
    for node in reversed(nodes):
        if needed.intersection(node.output):
            needed.update(node.input)
            feeding.insert(0, node)
    table = [each for each in graph.graph.initializer if each.name in needed]
    alone = helper.make_graph(
        feeding,
        "rows",
        [helper.make_tensor_value_info(ids, TensorProto.INT64, ["batch_size", "sequence_length"])],
        [helper.make_tensor_value_info(lookup.output[0], TensorProto.FLOAT, ["batch_size", "sequence_length", "width"])],
        table,
    )
    model = helper.make_model(alone, opset_imports=graph.opset_import, ir_version=graph.ir_version)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    rows = next(each for each in table if each.name == lookup.input[0]).dims[0]
    ((values,),) = session.run(None, {ids: np.arange(rows)[None]})
    graph.graph.initializer.remove(next(each for each in table if each.name == lookup.input[0]))
    graph.graph.initializer.append(numpy_helper.from_array(values, "bench_rows"))
    gather = helper.make_node("Gather", ["bench_rows", ids], list(lookup.output), name=lookup.name)
    place = list(nodes).index(lookup)
    nodes.remove(lookup)
    nodes.insert(place, gather)


if __name__ == "__main__":
    main()
