"""Step 6, evaluate: how well the classifier agrees with the dev annotation, and int8 with float32.

Overlap at a level: of a passage take as many top-scored words as the annotation keeps at that level; the share of kept
ones among them, all passages pooled. Agreement: the share of words with the same decision (kept or not) at a rate.

In:  build/train/best.pt, the exported models, dev. Out: build/evaluate/scores.json, and a table on the screen.
Fails when int8 keeps fewer than 98.5 % of float32's decisions, unless only some passages are asked for
(python evaluate.py 50).
"""
import collections
import json
import random
import sys

import numpy as np
import torch
from tokenizers import Tokenizer

import model as models
from augment import recased, with_typos
from corpus_text import character_levels, passages
from paths import BUILD, CASELESS, MODEL, write_atomically
from scoring import Scorer, token_probabilities, word_scores
from windows import most

LEVELS = {"light": 1, "tight": 2}
RATES = (0.33, 0.5, 0.66)
LEAST_AGREEMENT = 0.985


def torch_scorer(classifier: models.Classifier) -> Scorer:
    """The float32 reference."""
    classifier.eval()

    def score(ids: list[int]) -> np.ndarray:
        with torch.inference_mode():
            tensor = torch.tensor([ids])
            return models.keep_probability(classifier(tensor, torch.ones_like(tensor)))[0].numpy()

    return score


def onnx_scorer(path) -> Scorer:
    """An exported model, on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def score(ids: list[int]) -> np.ndarray:
        tensor = np.array([ids], np.int64)
        return session.run(["keep_probability"], {"input_ids": tensor, "attention_mask": np.ones_like(tensor)})[0][0]

    return score


def as_it_is(text: str, levels: bytearray) -> tuple[str, bytearray]:
    return text, levels


CHANGES = {
    "as it is": as_it_is,
    "in capitals": lambda text, levels: recased(text, levels, 0, len(text), "upper"),
    "in lower case": lambda text, levels: recased(text, levels, 0, len(text), "lower"),
    "a typo in every tenth word": lambda text, levels: with_typos(text, levels, random.Random(1), 0.1),
}


def scored_words(score: Scorer, tokenizer: Tokenizer, passage: dict, change=as_it_is) -> tuple[np.ndarray, np.ndarray]:
    """For each word of a passage its score and its annotated level."""
    text, levels = change(passage["text"], character_levels(passage))
    spans, scores = word_scores(text, *token_probabilities(score, tokenizer, text))
    return scores, np.array([most(levels[start:end]) for start, end in spans])


def top(scores: np.ndarray, count: int) -> np.ndarray:
    """True for the `count` best words; of equals the earlier one."""
    chosen = np.zeros(len(scores), bool)
    chosen[np.argsort(-scores, kind="stable")[:count]] = True
    return chosen


def overlap(words: list[tuple[np.ndarray, np.ndarray]]) -> dict[str, float]:
    """Pooled overlap at both levels."""
    result = {}
    for name, level in LEVELS.items():
        kept = sum(int((wanted >= level).sum()) for _, wanted in words)
        hits = sum(int((wanted[top(scores, int((wanted >= level).sum()))] >= level).sum()) for scores, wanted in words)
        result[name] = round(hits / max(kept, 1), 4)
    return result


def dev_overlap(classifier: models.Classifier, tokenizer: Tokenizer, dev: list[dict]) -> dict[str, float]:
    """Overlap of the float32 model, for the training log."""
    score = torch_scorer(classifier)
    return overlap([scored_words(score, tokenizer, passage) for passage in dev])


def agreement(one: list[np.ndarray], other: list[np.ndarray]) -> dict[str, float]:
    """Share of words that both models keep or both drop when each keeps the rate's share of a passage's words."""
    result = {}
    for rate in RATES:
        same = sum(int((top(a, round(rate * len(a))) == top(b, round(rate * len(b)))).sum()) for a, b in zip(one, other))
        result[str(rate)] = round(same / max(1, sum(map(len, one))), 4)
    return result


def grouped(dev: list[dict], words: list, field: str) -> dict[str, dict]:
    """Overlap for each value of a field, the most frequent first."""
    groups = collections.defaultdict(list)
    for passage, found in zip(dev, words):
        value = passage.get(field) or "?"
        groups["public repositories" if "/" in value or " " in value else value].append(found)
    return {name: {"passages": len(found), **overlap(found)} for name, found in sorted(groups.items(), key=lambda g: -len(g[1]))}


def main() -> None:
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    some = int(sys.argv[1]) if len(sys.argv) > 1 else None
    dev = passages("dev")[:some]
    manifest = json.loads((MODEL / "manifest.json").read_text())
    scorers = {"float32": torch_scorer(models.from_checkpoint())}
    scorers |= {variant["dtype"]: onnx_scorer(MODEL / variant["file"]) for variant in manifest["variants"].values()}
    words = {name: [scored_words(score, tokenizer, passage) for passage in dev] for name, score in scorers.items()}
    scores = {name: [score for score, _ in found] for name, found in words.items()}
    cased = [passage for passage in dev if passage["lang"] not in CASELESS]
    report = {
        "overlap": {name: overlap(found) for name, found in words.items()},
        "agreement": {name: agreement(scores["float32"], found) for name, found in scores.items() if name != "float32"},
        "case": {name: overlap([scored_words(scorers["int8"], tokenizer, passage, change) for passage in cased])
                 for name, change in CHANGES.items()},
        "language": grouped(dev, words["int8"], "lang"),
        "source": grouped(dev, words["int8"], "source"),
    }
    write_atomically(BUILD / "evaluate" / "scores.json", json.dumps(report, indent=1).encode())
    for part, rows in report.items():
        print(f"\n{part}")
        for name, row in rows.items():
            print(f"  {name:20}", "  ".join(f"{key} {value}" for key, value in row.items()))
    if not some and min(report["agreement"]["int8"].values()) < LEAST_AGREEMENT:
        sys.exit(f"int8 keeps fewer than {LEAST_AGREEMENT:.1%} of float32's decisions")


if __name__ == "__main__":
    main()
