"""Makes e2e/hub: models with random weights in the files and folders of the published LLMLingua-2 models, and what
they answer, so that the tests need neither the hub nor Python.

    .venv/bin/python make_hub.py        # about a minute; needs the repository's node_modules

Weights are seeded; the trainers of `tokenizers` break ties by chance, so a vocabulary differs in a few pieces each time.
Every architecture is exported by PyTorch from `transformers`, at the least size that still reads 512 tokens.
e2e/hub/answers.json: for each model texts with token ids, offsets in UTF-16 code units and keep probabilities of
onnxruntime, and for those that LLMLingua knows by name its compressed prompts.
"""
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from transformers import MobileBertConfig, MobileBertForTokenClassification

from models import bert_model, bert_tokenizer, spread, xlm_r_model, xlm_r_tokenizer
from recorder import Recorder, use_local_ranks
from texts import corpus, passages, texts

sys.path.append(str(Path(__file__).resolve().parents[1]))
from fixtures import units  # noqa: E402 - the folder above

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HUB = ROOT / "e2e/hub"
WORK = HERE / "build/hub"
TOKENIZER = ROOT / "public/models/embedded/tokenizer.json"
VOCABULARY = 1200
SIZE = {"hidden_size": 24, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 48, "num_labels": 2}
MOBILE = SIZE | {
    "embedding_size": 12, "intra_bottleneck_size": 12, "true_hidden_size": 12, "num_feedforward_networks": 2,
    "max_position_embeddings": 512,
}
KEPT_FILES = ("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")
OWN_LABELS = {"id2label": {0: "drop", 1: "keep"}, "label2id": {"drop": 0, "keep": 1}}


def mobile_model(tokenizer, size: dict) -> MobileBertForTokenClassification:
    return MobileBertForTokenClassification(MobileBertConfig(vocab_size=len(tokenizer), **size))


# Model -> what makes it, whether its vocabulary is lower case (None: XLM-R's), where its graph lies.
MODELS = {
    "atjsh/llmlingua-2-js-tinybert-meetingbank": (bert_model, SIZE, True, "onnx/model.onnx"),
    "atjsh/llmlingua-2-js-mobilebert-meetingbank": (mobile_model, MOBILE, True, "onnx/model.onnx"),
    "atjsh/llmlingua-2-js-bert-base-multilingual-cased-meetingbank": (bert_model, SIZE, False, "onnx/model.onnx"),
    "Arcoldd/llmlingua4j-bert-base-onnx": (bert_model, SIZE | OWN_LABELS, False, "model.onnx"),
    "atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank": (xlm_r_model, SIZE, None, "onnx/model.onnx"),
}
# Names of texts.py. LLMLingua gives the tokens that it adds random embeddings, so no text compressed here holds one.
SCORED = ("agreement", "emoji", "unknown", "special", "zh", "ar", "no stop")
COMPRESSED = (
    ("agreement", {"rate": 0.4}),
    ("agreement", {"rate": 0.6, "force_tokens": [".", ","], "drop_consecutive": True}),
    ("digits", {"rate": 0.5, "force_reserve_digit": True}),
    ("contractions", {"rate": 0.7}),
    ("long", {"rate": 0.33}),
    ("emoji", {"rate": 0.8}),
)


def main() -> None:
    torch.set_num_threads(1)
    use_local_ranks()
    known = texts()
    # A Unigram vocabulary holds every character that it has seen, so it sees few.
    alphabetic = [text for language in ("en", "de", "ru", "ar") for text in passages()[language][:60]]
    tokenizers = {
        True: bert_tokenizer(corpus(), True, VOCABULARY),
        False: bert_tokenizer(corpus(), False, VOCABULARY),
        None: xlm_r_tokenizer(alphabetic, TOKENIZER, VOCABULARY),
    }
    answers = []
    for seed, (name, (make, size, lower_case, graph)) in enumerate(MODELS.items()):
        torch.manual_seed(100 + seed)
        tokenizer = tokenizers[lower_case]
        model = make(tokenizer, size).eval()
        spread(model)
        if make is mobile_model:
            # Its hidden states are small.
            model.classifier.weight.data *= 50
        whole = WORK / name
        model.save_pretrained(whole)
        tokenizer.save_pretrained(whole)
        write_folder(model, whole, HUB / name, graph, has_types=lower_case is not None)
        answer = {"model": name, "scores": [score(HUB / name / graph, tokenizer, known[text]) for text in SCORED]}
        # LLMLingua tells a model's family by these names.
        if "bert-base-multilingual-cased" in name or "xlm-roberta-large" in name:
            recorder = Recorder(whole)
            answer["compressed"] = [
                recorder.run({"context": known[text], "contexts": [known[text]], "options": options})
                for text, options in COMPRESSED
            ]
        answers.append(answer)
        size_kb = sum(file.stat().st_size for file in (HUB / name).rglob("*") if file.is_file()) // 1024
        print(f"{name}: {size_kb} kB", flush=True)
    lines = ",\n".join(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) for answer in answers)
    (HUB / "answers.json").write_text(f"[\n{lines}\n]\n", "utf-8")


def write_folder(model, whole: Path, folder: Path, graph: str, has_types: bool) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / graph).parent.mkdir(parents=True)
    for file in KEPT_FILES:
        shutil.copyfile(whole / file, folder / file)
    config = json.loads((folder / "config.json").read_text("utf-8"))
    inputs = ["input_ids", "attention_mask"] + (["token_type_ids"] if has_types else [])
    example = tuple(torch.ones(2, 8, dtype=torch.int64) for _ in inputs)
    model.config.return_dict = False
    torch.onnx.export(
        model,
        kwargs=dict(zip(inputs, example)),
        f=str(folder / graph),
        input_names=inputs,
        output_names=["logits"],
        dynamic_axes={name: {0: "batch_size", 1: "sequence_length"} for name in [*inputs, "logits"]},
        opset_version=17,
        dynamo=False,
    )
    if config["model_type"] == "xlm-roberta":
        loaded = onnx.load(folder / graph)
        onnx.save_model(
            loaded, folder / graph, save_as_external_data=True, all_tensors_to_one_file=True,
            location="model.onnx_data", size_threshold=1024,
        )
        (folder / graph).with_name("model.onnx_data").chmod(0o644)


def score(graph: Path, tokenizer, text: str) -> dict:
    """Of at most 512 tokens."""
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    encoding = tokenizer(text, return_offsets_mapping=True, truncation=True, max_length=512)
    names = [argument.name for argument in session.get_inputs()]
    columns = {name: np.array([encoding[name] if name in encoding else [0] * len(encoding["input_ids"])]) for name in names}
    (logits,) = session.run(["logits"], columns)
    keep = torch.softmax(torch.from_numpy(logits[0]), dim=-1)[:, 1].tolist()
    place = units(text)
    return {
        "text": text,
        "inputIds": encoding["input_ids"],
        "offsets": [place[end] for pair in encoding["offset_mapping"] for end in pair],
        "keepProbability": [round(value, 6) for value in keep],
    }


if __name__ == "__main__":
    main()
