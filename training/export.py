"""Step 5, export: the trained classifier -> the files that the browser loads.

In:  build/train/best.pt (or a checkpoint given as argument), build/trim, the tokenizer.
Out: public/models/embedded/model-int8.onnx (WASM: int8 matrices, one scale a column, activations quantized as they come),
     model-q8.onnx (WebGPU: 8-bit matrices in blocks of 32, float32 arithmetic), manifest.json, self-test.json.
In both the embedding table keeps the 4 bits of the base.
"""
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

import graph as graphs
import model as models
import selftest
from corpus_text import passages
from paths import BUILD, LANGUAGES, MODEL, write_atomically
from quantize import Matrix, int8_weights

VERSION = "0.1.0"
CALIBRATION = 40  # every so many-th training passage
QUESTION_TOKENS = 64  # a longer question is cut off


def int8_matrices(matrices: dict[str, Matrix]):
    """Dynamic int8: a scale for each column of the matrix, one for the activations of the moment."""

    def multiply(g: graphs.Graph, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> tuple[str, str]:
        matrix = matrices[name]
        x = g.op("Mul", x, g.constant(f"{name}.factors", 1 / matrix.factors), out=f"{name}.smooth")
        out = g.op("DynamicQuantizeMatMul", x, g.constant(f"{name}.int8", matrix.values.T), g.constant(f"{name}.scale", matrix.scales),
                   "", g.constant(f"{name}.bias", bias), out=f"{name}.product", domain=graphs.MICROSOFT)
        return out, ""

    return multiply


def block_matrix(g: graphs.Graph, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> tuple[str, str]:
    """8 bits in blocks of 32 along the input, multiplied in float32."""
    rows, columns = weight.shape
    blocks = weight.reshape(rows, columns // 32, 32)
    scale = (np.maximum(np.abs(blocks).max(-1), 1e-8) / 127).astype(np.float16)
    rounded = np.clip(np.rint(blocks / scale.astype(np.float32)[..., None]), -128, 127) + 128
    out = g.op("MatMulNBits", x, g.constant(f"{name}.q8", rounded.astype(np.uint8)), g.halved(f"{name}.scales", scale.reshape(-1)),
               out=f"{name}.product", domain=graphs.MICROSOFT, bits=8, block_size=32, K=columns, N=rows)
    return out, g.constant(f"{name}.bias", bias)


def variant(file: str, dtype: str, content: bytes) -> dict:
    """Writes a model file; its entry in the manifest."""
    write_atomically(MODEL / file, content)
    print(f"{file}: {len(content) / 1e6:.2f} MB")
    return {"file": file, "dtype": dtype, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def main() -> None:
    classifier = models.from_checkpoint(*map(Path, sys.argv[1:2]))
    state = {name: tensor.float().numpy() for name, tensor in classifier.state_dict().items()}
    words = dict(np.load(BUILD / "trim" / "words.npz"))
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    matrices = int8_weights(classifier, tokenizer, passages("train")[::CALIBRATION])
    built = {
        "wasm": ("model-int8.onnx", "int8", int8_matrices(matrices)),
        "webgpu": ("model-q8.onnx", "q8", block_matrix),
    }
    variants = {}
    for device, (file, dtype, multiply) in built.items():
        g = graphs.encoder(state, words, multiply, models.HEADS)
        content = g.model("promptsieve", ["input_ids", "attention_mask"], ["keep_probability", "relevance"]).SerializeToString()
        variants[device] = variant(file, dtype, content)
    bos, eos, pad = (tokenizer.token_to_id(name) for name in ("<s>", "</s>", "<pad>"))
    write_atomically(MODEL / "self-test.json", selftest.content(classifier, tokenizer))
    manifest = {
        "id": "embedded", "name": "promptsieve embedded", "version": VERSION, "licence": "MIT", "languages": LANGUAGES,
        "maxTokens": 512, "bos": bos, "eos": eos, "pad": pad, "tokenizer": "tokenizer.json",
        "tokenizerBytes": (MODEL / "tokenizer.json").stat().st_size, "variants": variants,
        "selfTest": "self-test.json", "question": {"maxTokens": QUESTION_TOKENS},
    }
    write_atomically(MODEL / "manifest.json", (json.dumps(manifest, indent=2) + "\n").encode())


if __name__ == "__main__":
    main()
