"""From token probabilities to word scores, the same for torch and ONNX models.

A scorer is a function from ids (with <s> and </s>) to one keep probability a token.
"""
from typing import Callable

import numpy as np
from tokenizers import Tokenizer

from windows import MAX_TOKENS, WORD

Scorer = Callable[[list[int]], np.ndarray]


def token_probabilities(score: Scorer, tokenizer: Tokenizer, text: str) -> tuple[list[tuple[int, int]], np.ndarray]:
    """Offsets and keep probabilities of all tokens of a text, read in equal windows of at most 510 tokens."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    bos, eos = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    parts = max(1, -(-len(encoding.ids) // MAX_TOKENS))
    size = max(1, -(-len(encoding.ids) // parts))
    found = [score([bos, *encoding.ids[i : i + size], eos])[1:-1] for i in range(0, len(encoding.ids), size)]
    return encoding.offsets, np.concatenate(found) if found else np.zeros(0)


def word_scores(text: str, offsets: list[tuple[int, int]], probabilities: np.ndarray) -> tuple[list[tuple[int, int]], np.ndarray]:
    """The words' ranges, and for each the mean of the keep probabilities of the tokens that touch it."""
    spans = [match.span() for match in WORD.finditer(text)]
    owner = [-1] * len(text)
    for word, (start, end) in enumerate(spans):
        owner[start:end] = [word] * (end - start)
    sums, counts = np.zeros(len(spans)), np.zeros(len(spans))
    for (start, end), probability in zip(offsets, probabilities):
        for word in set(owner[start:end]) - {-1}:
            sums[word] += probability
            counts[word] += 1
    return spans, sums / np.maximum(counts, 1)
