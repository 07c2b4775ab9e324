"""Turns texts into token windows with targets, as the classifier sees them in use: up to 510 tokens of one text, or of
several of one source one after another, or the part of a text that is left beside a question.

(Line breaks and blank lines are a space to this tokenizer, so joining texts is joining their tokens.)
"""
import random
from dataclasses import dataclass

import numpy as np
import regex
from tokenizers import Tokenizer

MAX_TOKENS = 510
QUESTION_TOKENS = 64
# Of a long text, read at once in use. evaluate/window-lengths.js measures what shorter and longer windows are worth.
WINDOW_TOKENS = 256
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
# A word: one character of scripts without spaces; else letters and digits with what joins them; else one mark.
WORD = regex.compile(rf"[{UNSPACED}]\p{{M}}*|[\w--[{UNSPACED}]]+|[^\w\s]", regex.V1)
# What is kept or dropped as one: words that punctuation joins without white space (paths, dotted names, times, hyphens).
UNIT = regex.compile(rf"[{UNSPACED}]\p{{M}}*|[\w--[{UNSPACED}]]+(?:[^\w\s][\w--[{UNSPACED}]]+)*|[^\w\s]", regex.V1)


@dataclass
class Tokens:
    """Tokens of a text without <s> and </s>, and for each a row of targets; NaN where nothing is known."""

    ids: list[int]
    targets: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, end: int) -> "Tokens":
        return Tokens(self.ids[start:end], self.targets[start:end])

    def then(self, other: "Tokens") -> "Tokens":
        return Tokens(self.ids + other.ids, np.concatenate([self.targets, other.targets]))


@dataclass
class Window:
    """What the classifier reads at once: perhaps a question, then a part of the text."""

    question: list[int]
    tokens: Tokens

    def __len__(self) -> int:
        """With the special tokens."""
        return len(self.tokens) + 2 + (len(self.question) + 2 if self.question else 0)


def most(levels: bytes) -> int:
    """The level that most of these characters have; of two as frequent the higher."""
    return max((2, 1, 0), key=levels.count)


def tokenized(tokenizer: Tokenizer, text: str, targets: np.ndarray) -> Tokens:
    """The text's tokens; a token's target is the mean of its characters', for white space that of the next word.

    targets: float32 [characters, n].
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    rows = np.full((len(encoding.ids), targets.shape[1]), np.nan, np.float32)
    for index in reversed(range(len(rows))):
        start, end = encoding.offsets[index]
        inside = [at for at in range(start, end) if not text[at].isspace()]
        if inside:
            rows[index] = targets[inside].mean(0)
        elif index + 1 < len(rows):
            rows[index] = rows[index + 1]
    return Tokens(encoding.ids, rows)


def question_tokens(tokenizer: Tokenizer, question: str) -> list[int]:
    """At most 64; of a longer question its beginning and its end."""
    ids = tokenizer.encode(question, add_special_tokens=False).ids
    half = QUESTION_TOKENS // 2
    return ids if len(ids) <= QUESTION_TOKENS else ids[:half] + ids[-half:]


def equal_parts(count: int, limit: int) -> list[tuple[int, int]]:
    """Half-open ranges of as good as equal lengths, at most `limit`, that cover `count` tokens."""
    parts = max(1, -(-count // limit))
    size = max(1, -(-count // parts))
    return [(start, min(start + size, count)) for start in range(0, count, size)]


def cut(tokens: Tokens, limit: int) -> list[Tokens]:
    """Equal parts of at most `limit` tokens."""
    return [tokens.part(start, end) for start, end in equal_parts(len(tokens), limit)]


def packed(parts: list[Tokens], chance: random.Random) -> list[Tokens]:
    """Joins neighbours to windows of up to 510 tokens; about half of the windows stay single."""
    windows: list[Tokens] = []
    limit = 0
    for part in parts:
        if windows and len(windows[-1]) + len(part) <= limit:
            windows[-1] = windows[-1].then(part)
        else:
            windows.append(part)
            limit = 0 if chance.random() < 0.5 else MAX_TOKENS
    return windows


def batches(windows: list[Window], tokens: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like lengths together, at most `tokens` (padding counted) a batch, the batches in random order."""
    grouped: list[list[Window]] = [[]]
    for window in sorted(windows, key=len):
        if grouped[-1] and (len(grouped[-1]) + 1) * len(window) > tokens:
            grouped.append([])
        grouped[-1].append(window)
    chance.shuffle(grouped)
    return grouped
