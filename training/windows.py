"""Turns passages into token windows with labels, as the classifier sees them in use.

A window is up to 510 tokens: one passage, or several of one source one after another. (Line breaks and blank lines
are a space to this tokenizer, so joining passages is joining their tokens.)
"""
import random

import regex
from tokenizers import Tokenizer

from augment import augmented
from corpus_text import character_levels

MAX_TOKENS = 510
IGNORED = -100
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
# A word: one character of scripts without spaces; else letters and digits with what joins them; else one mark.
WORD = regex.compile(rf"[{UNSPACED}]\p{{M}}*|[\w--[{UNSPACED}]]+|[^\w\s]", regex.V1)


def most(levels: bytes) -> int:
    """The level that most of these characters have; of two as frequent the higher."""
    return max((2, 1, 0), key=levels.count)


def token_labels(text: str, levels: bytes, offsets: list[tuple[int, int]]) -> list[int]:
    """One label a token: the level of the word that it lies in; for white space that of the next word."""
    unified = bytearray(levels)
    for match in WORD.finditer(text):
        start, end = match.span()
        if end - start > 1:
            unified[start:end] = bytes([most(levels[start:end])]) * (end - start)
    labels = []
    for start, end in offsets:
        inside = bytes(unified[i] for i in range(start, end) if not text[i].isspace())
        labels.append(most(inside) if inside else IGNORED)
    for index in range(len(labels) - 2, -1, -1):
        if labels[index] == IGNORED:
            labels[index] = labels[index + 1]
    return labels


def tokenized(tokenizer: Tokenizer, text: str, levels: bytes) -> list[tuple[list[int], list[int]]]:
    """(ids, labels) of the text without <s> and </s>; in pieces if it has more than 510 tokens."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    labels = token_labels(text, levels, encoding.offsets)
    parts = -(-len(labels) // MAX_TOKENS)
    size = -(-len(labels) // max(parts, 1))
    return [(encoding.ids[i : i + size], labels[i : i + size]) for i in range(0, len(labels), max(size, 1))]


def packed(pieces: list[tuple[list[int], list[int]]], chance: random.Random) -> list[tuple[list[int], list[int]]]:
    """Joins neighbours to windows of random sizes up to 510 tokens; about a third stay single."""
    windows: list[tuple[list[int], list[int]]] = []
    limit = 0
    for ids, labels in pieces:
        if windows and len(windows[-1][0]) + len(ids) <= limit:
            windows[-1] = (windows[-1][0] + ids, windows[-1][1] + labels)
        else:
            windows.append((ids, labels))
            limit = 0 if chance.random() < 0.35 else MAX_TOKENS
    return windows


def epoch_windows(tokenizer: Tokenizer, passages: list[dict], seed: int) -> list[tuple[list[int], list[int]]]:
    """All passages once, some of them changed, packed with others of the same source and language, in random order."""
    chance = random.Random(seed)
    groups: dict[tuple[str, str], list[dict]] = {}
    for passage in chance.sample(passages, len(passages)):
        groups.setdefault((passage["source"], passage["lang"]), []).append(passage)
    windows = []
    for group in groups.values():
        pieces = []
        for passage in group:
            text, levels = augmented(passage["text"], character_levels(passage), chance)
            pieces += tokenized(tokenizer, text, levels)
        windows += packed(pieces, chance)
    chance.shuffle(windows)
    return windows


def batches(windows: list[tuple[list[int], list[int]]], tokens: int, seed: int) -> list[list[tuple[list[int], list[int]]]]:
    """Windows of like lengths together, at most `tokens` (padding counted) a batch, the batches in random order."""
    grouped: list[list[tuple[list[int], list[int]]]] = [[]]
    for window in sorted(windows, key=lambda window: len(window[0])):
        if (len(grouped[-1]) + 1) * (len(window[0]) + 2) > tokens:
            grouped.append([])
        grouped[-1].append(window)
    random.Random(seed).shuffle(grouped)
    return grouped
