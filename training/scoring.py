"""From token probabilities to word scores, and how well scores agree with the annotation.

A scorer is a function from ids (with <s> and </s>) to one keep probability a token.
"""
from typing import Callable

import numpy as np
from tokenizers import Tokenizer

from windows import MAX_TOKENS, WORD, equal_parts

LEVELS = {"light": 1, "tight": 2}
Scorer = Callable[[list[int]], np.ndarray]


def token_probabilities(score: Scorer, tokenizer: Tokenizer, text: str) -> tuple[list[tuple[int, int]], np.ndarray]:
    """Offsets and keep probabilities of all tokens of a text, read in equal windows of at most 510 tokens."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    bos, eos = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    found = [score([bos, *encoding.ids[start:end], eos])[1:-1] for start, end in equal_parts(len(encoding.ids), MAX_TOKENS)]
    return encoding.offsets, np.concatenate(found) if found else np.zeros(0)


def span_means(text: str, spans: list[tuple[int, int]], offsets: list[tuple[int, int]], values: np.ndarray) -> np.ndarray:
    """For each span the mean over the tokens that touch it: [tokens, …] -> [spans, …]; 0 where none does."""
    owner = np.full(len(text), -1)
    for span, (start, end) in enumerate(spans):
        owner[start:end] = span
    sums, counts = np.zeros((len(spans), *values.shape[1:])), np.zeros(len(spans))
    for (start, end), value in zip(offsets, values):
        for span in set(owner[start:end].tolist()) - {-1}:
            sums[span] += value
            counts[span] += 1
    return sums / np.maximum(counts, 1).reshape(-1, *[1] * (values.ndim - 1))


def word_scores(text: str, offsets: list[tuple[int, int]], probabilities: np.ndarray) -> tuple[list[tuple[int, int]], np.ndarray]:
    """The words' ranges, and for each the mean of the keep probabilities of the tokens that touch it."""
    spans = [match.span() for match in WORD.finditer(text)]
    return spans, span_means(text, spans, offsets, probabilities)


def top(scores: np.ndarray, count: int) -> np.ndarray:
    """True for the `count` best; of equals the earlier one."""
    chosen = np.zeros(len(scores), bool)
    chosen[np.argsort(-scores, kind="stable")[:count]] = True
    return chosen


def overlap(words: list[tuple[np.ndarray, np.ndarray]]) -> dict[str, float]:
    """Of each passage's (scores, annotated levels) the share of kept words among as many top-scored ones, pooled."""
    result = {}
    for name, level in LEVELS.items():
        kept = sum(int((wanted >= level).sum()) for _, wanted in words)
        hits = sum(int((wanted[top(scores, int((wanted >= level).sum()))] >= level).sum()) for scores, wanted in words)
        result[name] = round(hits / max(kept, 1), 4)
    return result
