"""What the classifier should say about every character of a text: the shares of the three labels.

From the annotation (one label is certain), from a teacher (its probabilities), or from both. All characters of a unit
(a word, or words joined by punctuation) have the same target.
"""
import numpy as np

from corpus_text import character_levels
from model import LABELS
from scoring import span_means
from windows import UNIT, most


def unit_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in UNIT.finditer(text)]


def annotated(passage: dict) -> np.ndarray:
    """float32 [characters, 3]: one for the level that most characters of the unit have."""
    levels = character_levels(passage)
    result = np.zeros((len(levels), LABELS), np.float32)
    for start, end in unit_spans(passage["text"]):
        result[start:end, most(levels[start:end])] = 1
    return result


def of_units(text: str, shares: np.ndarray) -> np.ndarray:
    """float32 [characters, 3] from the shares of each unit of the text, [units, 3]."""
    result = np.zeros((len(text), LABELS), np.float32)
    for (start, end), share in zip(unit_spans(text), shares, strict=True):
        result[start:end] = share
    return result


def with_negations(shares: np.ndarray, clauses: list[list[list[tuple[int, int]]]]) -> np.ndarray:
    """Shares [characters, 3] in which a negation is worth no less than the best quarter of its clause's other words:
    a clause must not stay without its negation. clauses: see negations.py."""
    result = shares.copy()
    for negations, others in clauses:
        rows = np.stack([shares[start:end].mean(0) for start, end in others])
        best = rows[np.argsort(-kept(rows))[: (len(rows) + 3) // 4]].mean(0)
        for start, end in negations:
            if kept(shares[start:end].mean(0)) < kept(best):
                result[start:end] = best
    return result


def kept(shares: np.ndarray) -> np.ndarray:
    """The keep probability; see model.py."""
    return shares[..., 1] / 2 + shares[..., 2]


def unit_means(text: str, offsets: list[tuple[int, int]], values: np.ndarray) -> np.ndarray:
    """The mean over each unit's tokens: [tokens, n] -> float32 [units, n]."""
    return span_means(text, unit_spans(text), offsets, values).astype(np.float32)
