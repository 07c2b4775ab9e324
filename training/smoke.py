"""Stands in for base.py and trim.py in the smoke run: a tiny encoder with random weights, the pieces of a few passages.

In:  the repository's own tokenizer.json, the corpus.
Out: what base.py and trim.py leave behind, in PROMPTSIEVE_BUILD and PROMPTSIEVE_MODEL.
"""
import json

import numpy as np
from tokenizers import Tokenizer

from base import q4_blocks
from corpus_text import passages
from paths import BUILD, HERE, MODEL, write_atomically
from pieces import always_kept
from trim import Sample, small_scales, trimmed

HIDDEN, INNER, LAYERS, PASSAGES = 96, 128, 12, 6


def random_encoder(chance: np.random.Generator) -> dict[str, np.ndarray]:
    """Weights of the base's names in small."""
    shapes = {"emb.pos": (512, HIDDEN), "emb.type": (2, HIDDEN), "emb.ln.w": (HIDDEN,), "emb.ln.b": (HIDDEN,)}
    for layer in range(LAYERS):
        for part in ("q", "k", "v", "ao"):
            shapes |= {f"l{layer}.{part}.w": (HIDDEN, HIDDEN), f"l{layer}.{part}.b": (HIDDEN,)}
        for part in ("aln", "oln"):
            shapes |= {f"l{layer}.{part}.w": (HIDDEN,), f"l{layer}.{part}.b": (HIDDEN,)}
        shapes |= {f"l{layer}.fi.w": (INNER, HIDDEN), f"l{layer}.fi.b": (INNER,), f"l{layer}.fo.w": (HIDDEN, INNER), f"l{layer}.fo.b": (HIDDEN,)}
    return {name: (chance.normal(0, 0.05, shape) + name.endswith("ln.w")).astype(np.float32) for name, shape in shapes.items()}


def main() -> None:
    chance = np.random.default_rng(1)
    base = json.loads((HERE.parent / "public" / "models" / "embedded" / "tokenizer.json").read_text(encoding="utf-8"))
    full = Tokenizer.from_str(json.dumps(base))
    texts = [passage["text"] for passage in passages("train")[:PASSAGES]]
    used = {piece for text in texts for piece in full.encode(text).tokens}
    keep = [piece for piece, _ in base["model"]["vocab"] if piece in used or always_kept(piece)]
    content = trimmed(base, keep)
    small = Tokenizer.from_str(content)
    sample = Sample("en text", [(text, 1.0) for text in texts])
    growth = sample.counts(small).sum() / sample.counts(full).sum() - 1
    if abs(growth) > 1e-9:
        raise ValueError(f"all pieces of these texts were kept, yet they grew by {growth:.2%}")

    count = len(keep) * HIDDEN
    blocks = np.zeros((count // 32, 18), np.uint8)
    blocks[:, :2] = chance.normal(0, 0.02, count // 32).astype(np.float16)[:, None].view(np.uint8)
    blocks[:, 2:] = chance.integers(0, 256, (count // 32, 16))
    values, scales = q4_blocks(blocks.tobytes(), 0, count)
    (BUILD / "trim").mkdir(parents=True)
    (BUILD / "base").mkdir(parents=True)
    np.savez(BUILD / "base" / "encoder.npz", **random_encoder(chance))
    np.savez(BUILD / "trim" / "words.npz", values=values.reshape(-1, HIDDEN), **small_scales(scales.reshape(-1, HIDDEN // 32)))
    write_atomically(BUILD / "trim" / "growth.json", json.dumps({"en text": float(growth)}).encode())
    write_atomically(MODEL / "tokenizer.json", content.encode())


if __name__ == "__main__":
    main()
