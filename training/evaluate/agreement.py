"""How many decisions of the float32 classifier the library's int8 one keeps, in Chromium, on dev.

A decision: whether a word is in the rate's share of its passage's best words. The float32 classifier reads the same
tokens through torch; texts of more than one window may be cut elsewhere by the library, which then counts as well.

In:  build/finish/best.pt, or the checkpoint that PROMPTSIEVE_CHECKPOINT names; without it nothing is measured.
"""
import numpy as np
import torch
from tokenizers import Tokenizer

import model as models
from paths import CHECKPOINT, MODEL
from scoring import span_means, token_probabilities, top

RATES = (0.33, 0.5, 0.66)


def agreement(plain: list[dict]) -> dict[str, float] | None:
    """For each rate the share of words with the same decision, all passages pooled; None without a checkpoint."""
    if not CHECKPOINT.exists():
        return None
    classifier, tokenizer = models.from_checkpoint(CHECKPOINT).eval(), Tokenizer.from_file(str(MODEL / "tokenizer.json"))

    def score(ids: list[int]) -> np.ndarray:
        with torch.inference_mode():
            tensor = torch.tensor([ids])
            return models.keep_probability(classifier(tensor, torch.ones_like(tensor)))[0].numpy()

    same, words = {rate: 0 for rate in RATES}, 0
    for record in plain:
        # For each word of the library the mean over the tokens that overlap it, as its core takes it.
        exact = span_means(record["text"], list(zip(record["start"], record["end"])), *token_probabilities(score, tokenizer, record["text"]))
        shipped = np.array(record["keep"])
        words += len(shipped)
        for rate in RATES:
            count = round(rate * len(shipped))
            same[rate] += int((top(exact, count) == top(shipped, count)).sum())
    return {str(rate): round(count / max(words, 1), 4) for rate, count in same.items()}
