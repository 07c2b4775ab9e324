"""Step 2, trim: keeps the part of the 250,002-piece vocabulary that the supported languages use.

In:  build/base/{tokenizer.json,words.npz}, the frequencies and texts of usage.py.
Out: public/models/embedded/tokenizer.json (same normalizer, pre-tokenizer and scores; ids 0 … SIZE-1),
     build/trim/{words.npz,growth.json}: the rows that stay, and how many more tokens each sample takes.
Fails when tokens per word grow by more than 3 % (English) or 6 % (any other language) on what it chose by; the growth
on unseen text is measured too.

Each sample (a language's words, a language's text) has a limit and a weight. A round keeps the pieces whose loss would
cost the weighted samples most tokens, measures the growth, and raises the weight of the samples over their limit.
"""
import json
import sys

import numpy as np
from tokenizers import Tokenizer

import usage
from paths import BUILD, LANGUAGES, MODEL, write_atomically
from pieces import always_kept, extra_tokens

SIZE = 80_500
ROUNDS = 12
LIMITS = {"en": 0.03}
OTHERS = 0.06


class Sample:
    """Texts with weights, and how many tokens of each kind a tokenizer makes of them."""

    def __init__(self, name: str, weighted: list[tuple[str, float]]):
        self.name = name
        self.limit = LIMITS.get(name.split()[0], OTHERS)
        self.texts = [text for text, _ in weighted]
        self.weights = np.array([weight for _, weight in weighted])

    def counts(self, tokenizer: Tokenizer) -> np.ndarray:
        """The weighted number of tokens of each id."""
        encoded = tokenizer.encode_batch_fast(self.texts, add_special_tokens=False)
        lengths = np.array([len(encoding) for encoding in encoded])
        ids = np.concatenate([np.array(encoding.ids, np.int64) for encoding in encoded])
        return np.bincount(ids, np.repeat(self.weights, lengths), minlength=tokenizer.get_vocab_size())


def trimmed(base: dict, keep: list[str]) -> str:
    """The base's tokenizer.json with only these pieces; ids follow their order."""
    ids = {piece: index for index, piece in enumerate(keep)}
    scores = dict(map(tuple, base["model"]["vocab"]))
    processor = json.loads(json.dumps(base["post_processor"]))
    for name, token in processor["special_tokens"].items():
        token["ids"] = [ids[name]]
    result = {
        **base,
        "added_tokens": [{**token, "id": ids[token["content"]]} for token in base["added_tokens"]],
        "post_processor": processor,
        "model": {**base["model"], "unk_id": ids["<unk>"], "vocab": [[piece, round(scores[piece], 3)] for piece in keep]},
    }
    return json.dumps(result, ensure_ascii=False, separators=(",", ":"))


def choose(base: dict, samples: list[Sample]) -> tuple[np.ndarray, dict[str, float]]:
    """The indices of the pieces to keep, and each sample's growth (0.03 = 3 % more tokens)."""
    vocabulary = [piece for piece, _ in base["model"]["vocab"]]
    scores = dict(map(tuple, base["model"]["vocab"]))
    always = np.array([always_kept(piece) for piece in vocabulary])
    full = Tokenizer.from_str(json.dumps(base))
    used = np.stack([sample.counts(full)[: len(vocabulary)] for sample in samples])
    totals = used.sum(1, keepdims=True)
    used /= totals
    limits = np.array([sample.limit for sample in samples])
    candidates = np.flatnonzero(used.sum(0) > 0)
    weights, now, cost = 1 / limits, used, np.ones(len(vocabulary))
    best: tuple[float, np.ndarray, np.ndarray] = (np.inf, candidates, limits)
    for turn in range(ROUNDS):
        priority = np.where(always, np.inf, weights @ now * cost)
        keep = np.sort(np.argsort(-priority, kind="stable")[:SIZE])
        small = Tokenizer.from_str(trimmed(base, [vocabulary[index] for index in keep]))
        kept_use = np.stack([sample.counts(small) for sample in samples]) / totals
        growth = kept_use.sum(1) - 1
        now = used.copy()
        now[:, keep] = kept_use
        kept = {vocabulary[index] for index in keep}
        for index in candidates:
            cost[index] = extra_tokens(vocabulary[index], kept, scores)
        worst = float((growth / limits).max())
        print(f"round {turn}: worst growth {worst:.3f} of its limit ({samples[int((growth / limits).argmax())].name})", flush=True)
        if worst < best[0]:
            best = (worst, keep, growth)
        if worst <= 1:
            break
        weights *= np.clip(growth / limits, 0.3, 3) ** (0.8 if turn < 3 else 0.35)
    return best[1], {sample.name: float(value) for sample, value in zip(samples, best[2])}


def small_scales(scales: np.ndarray) -> dict[str, np.ndarray]:
    """One byte a block and one float16 factor a row (the table that is trained with and shipped, 12 bytes a row smaller)."""
    factors = (np.abs(scales.astype(np.float32)).max(1, keepdims=True) / 127).astype(np.float16)
    return {"scales": np.rint(scales.astype(np.float32) / factors.astype(np.float32)).clip(-127, 127).astype(np.int8), "factors": factors}


def main() -> None:
    base = json.loads((BUILD / "base" / "tokenizer.json").read_text(encoding="utf-8"))
    samples = [Sample(f"{name} words", usage.words(name)) for name in LANGUAGES]
    samples += [Sample(f"{name} text", [(text, 1.0) for text in found]) for name, found in usage.texts().items()]
    keep, growth = choose(base, samples)
    content = trimmed(base, [base["model"]["vocab"][index][0] for index in keep]).encode()

    full, small = Tokenizer.from_str(json.dumps(base)), Tokenizer.from_str(content.decode())
    for name, found in usage.texts(unseen=True).items():
        sample = Sample(f"{name} unseen", [(text, 1.0) for text in found])
        growth[sample.name] = float(sample.counts(small).sum() / sample.counts(full).sum() - 1)
    failed = [sample.name for sample in samples if growth[sample.name] > sample.limit]
    for name, value in sorted(growth.items(), key=lambda pair: -pair[1]):
        print(f"{name:12} {value:+.2%}{'  TOO MUCH' if name in failed else ''}")
    print(f"{len(keep)} pieces, tokenizer.json {len(content) / 1e6:.2f} MB")

    words = np.load(BUILD / "base" / "words.npz")
    (BUILD / "trim").mkdir(parents=True, exist_ok=True)
    np.savez(BUILD / "trim" / "words.npz", values=words["values"][keep], **small_scales(words["scales"][keep]))
    write_atomically(BUILD / "trim" / "growth.json", json.dumps(growth, indent=1).encode())
    write_atomically(MODEL / "tokenizer.json", content)
    if failed:
        sys.exit(f"tokens per word grow too much: {', '.join(failed)}")


if __name__ == "__main__":
    main()
