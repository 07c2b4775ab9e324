"""Step 8, export: the trained classifier -> the files that the browser loads.

In:  build/finish/best.pt (or a checkpoint given as argument), build/trim, the tokenizer, the corpus (see quantize.py).
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
import quantize
import selftest
from paths import BUILD, LANGUAGES, MODEL, write_atomically
from windows import QUESTION_TOKENS, WINDOW_TOKENS

VERSION = "0.3.0"
# Weights of the matrices in int8 lie within ± this: 7.5 bits, in the last layers 6 and 5. An error there has no layers left
# to grow in. The fewer values there are, the less there is to download: compression takes what int8 leaves unused.
LARGEST, LARGEST_AT_THE_END = 90, {-2: 31, -1: 15}
BITS = 8
LEAST, LEAST_OF_GELU = 1e-3, 0.17  # a token's largest value counts as at least this; Gelu is never lower than -0.17


def int8_matrices(seen: dict[str, quantize.Seen], layers: int):
    """Dynamic int8: a scale for each column of the matrix; one for the activations of the moment, each token's brought to ±1."""

    def multiply(g: graphs.Graph, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> tuple[str, str]:
        from_end = int(name.split(".")[1]) - layers
        matrix = quantize.column_matrix(name, weight, seen[name], LARGEST_AT_THE_END.get(from_end, LARGEST))
        if name.endswith(".narrow"):
            sizes, least = x, LEAST_OF_GELU
        else:
            x = g.op("Mul", x, g.constant(f"{name}.factors", 1 / matrix.factors), out=f"{name}.smooth")
            sizes, least = g.op("Abs", x, out=f"{name}.sizes"), LEAST
        largest = g.op("ReduceMax", sizes, g.constant(f"{name}.axis", np.array([-1])), out=f"{name}.largest", keepdims=1)
        largest = g.op("Max", largest, g.constant(f"{name}.least", np.float32([least])), out=f"{name}.row_scale")
        x = g.op("Mul", x, g.op("Reciprocal", largest, out=f"{name}.row_factor"), out=f"{name}.rows")
        product = g.op("DynamicQuantizeMatMul", x, g.constant(f"{name}.int8", matrix.values.T), g.constant(f"{name}.scale", matrix.scales),
                       out=f"{name}.product", domain=graphs.MICROSOFT)
        return g.op("Mul", product, largest, out=f"{name}.scaled"), g.constant(f"{name}.bias", bias)

    return multiply


def block_matrices(seen: dict[str, quantize.Seen]):
    """4 or 8 bits in blocks of 32 along the input, multiplied in float32."""

    def multiply(g: graphs.Graph, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> tuple[str, str]:
        matrix = quantize.block_matrix(weight, seen[name], BITS)
        rows, columns = weight.shape
        values = (matrix.values.astype(np.int16) + 2 ** (BITS - 1)).astype(np.uint8).reshape(rows, -1, quantize.BLOCK)
        if BITS == 4:
            values = values[..., 0::2] | (values[..., 1::2] << 4)
        out = g.op("MatMulNBits", x, g.constant(f"{name}.q{BITS}", values), g.halved(f"{name}.scales", matrix.scales.reshape(-1)),
                   out=f"{name}.product", domain=graphs.MICROSOFT, bits=BITS, block_size=quantize.BLOCK, K=columns, N=rows)
        return out, g.constant(f"{name}.bias", bias)

    return multiply


def variant(file: str, dtype: str, content: bytes) -> dict:
    """Writes a model file; its entry in the manifest."""
    write_atomically(MODEL / file, content)
    print(f"{file}: {len(content) / 1e6:.2f} MB", flush=True)
    return {"file": file, "dtype": dtype, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def main() -> None:
    classifier = models.from_checkpoint(*map(Path, sys.argv[1:2]))
    state = {name: tensor.float().numpy() for name, tensor in classifier.state_dict().items()}
    words = dict(np.load(BUILD / "trim" / "words.npz"))
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    seen = quantize.observed(classifier, quantize.calibration(tokenizer))
    built = {
        "wasm": ("model-int8.onnx", "int8", int8_matrices(seen, len(classifier.layers))),
        "webgpu": (f"model-q{BITS}.onnx", f"q{BITS}", block_matrices(seen)),
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
        "maxTokens": 512, "windowTokens": WINDOW_TOKENS, "bos": bos, "eos": eos, "pad": pad, "tokenizer": "tokenizer.json",
        "tokenizerBytes": (MODEL / "tokenizer.json").stat().st_size, "variants": variants,
        "selfTest": "self-test.json", "question": {"maxTokens": QUESTION_TOKENS},
    }
    write_atomically(MODEL / "manifest.json", (json.dumps(manifest, indent=2) + "\n").encode())


if __name__ == "__main__":
    main()
