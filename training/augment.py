"""Changes a passage the way real prompts differ from edited text: letter case, typos, missing punctuation.

In and out: the text and one level a code point; every change moves the levels along with the characters.
"""
import random

import regex

SENTENCE = regex.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")
WORD = regex.compile(r"\S+")
CASED = regex.compile(r"[\p{Lu}\p{Ll}]")
Marked = tuple[str, bytearray]


def mapped(text: str, levels: bytearray, change) -> Marked:
    """Replaces every character by `change(index, character)`, which may be longer or empty."""
    characters = [change(index, character) for index, character in enumerate(text)]
    spread = bytearray()
    for level, character in zip(levels, characters):
        spread += bytes([level]) * len(character)
    return "".join(characters), spread


def recased(text: str, levels: bytearray, start: int, end: int, case: str) -> Marked:
    """The range in UPPER, lower or Title case."""

    def change(index: int, character: str) -> str:
        if not start <= index < end:
            return character
        if case == "title":
            first = index == 0 or not text[index - 1].isalnum()
            return character.upper() if first else character.lower()
        return character.upper() if case == "upper" else character.lower()

    return mapped(text, levels, change)


def some_ranges(pattern: regex.Pattern, text: str, chance: random.Random, share: float) -> list[tuple[int, int]]:
    """A random part of the pattern's matches, last first (so that changes do not move the ones to come)."""
    return [match.span() for match in pattern.finditer(text) if chance.random() < share][::-1]


def with_typos(text: str, levels: bytearray, chance: random.Random, share: float = 0.04) -> Marked:
    """Loses, doubles or swaps one letter in some of the words."""
    letters = list(text)
    for start, end in some_ranges(WORD, text, chance, share):
        inner = [i for i in range(start + 1, end - 1) if text[i].isalpha() and text[i + 1].isalpha()]
        if not inner:
            continue
        at = chance.choice(inner)
        kind = chance.random()
        if kind < 0.4:
            letters[at] = ""
        elif kind < 0.7:
            letters[at] = text[at] * 2
        else:
            letters[at], letters[at + 1] = text[at + 1], text[at]
    return mapped(text, levels, lambda index, _: letters[index])


def augmented(text: str, levels: bytearray, chance: random.Random) -> Marked:
    """About half of the passages as they are; the others with one or more changes."""
    if CASED.search(text):
        kind = chance.random()
        if kind < 0.13:
            case = chance.choices(("upper", "lower", "title"), (4, 4, 2))[0]
            text, levels = recased(text, levels, 0, len(text), case)
        elif kind < 0.28:
            for start, end in some_ranges(SENTENCE, text, chance, 0.2):
                text, levels = recased(text, levels, start, end, chance.choice(("upper", "upper", "lower", "title")))
        elif kind < 0.38:
            for start, end in some_ranges(WORD, text, chance, 0.08):
                text, levels = recased(text, levels, start, end, chance.choice(("upper", "title")))
    if chance.random() < 0.08:
        text, levels = with_typos(text, levels, chance)
    if chance.random() < 0.03:
        text, levels = mapped(text, levels, lambda _, character: "" if character in ",.;:!?" else character)
    return text, levels
