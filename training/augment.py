"""Changes a passage the way real prompts differ from edited text: letter case, typos, missing punctuation.

In and out: the text and for each of its code points the index of the one that it comes from (its origin).
"""
import random

import regex

SENTENCE = regex.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")
WORD = regex.compile(r"\S+")
CASED = regex.compile(r"[\p{Lu}\p{Ll}]")
Changed = tuple[str, list[int]]


def mapped(text: str, origins: list[int], change) -> Changed:
    """Replaces every character by `change(index, character)`, which may be longer or empty."""
    characters = [change(index, character) for index, character in enumerate(text)]
    return "".join(characters), [origin for origin, character in zip(origins, characters) for _ in character]


def recased(text: str, origins: list[int], start: int, end: int, case: str) -> Changed:
    """The range in UPPER, lower or Title case."""

    def change(index: int, character: str) -> str:
        if not start <= index < end:
            return character
        if case == "title":
            first = index == 0 or not text[index - 1].isalnum()
            return character.upper() if first else character.lower()
        return character.upper() if case == "upper" else character.lower()

    return mapped(text, origins, change)


def some_ranges(pattern: regex.Pattern, text: str, chance: random.Random, share: float) -> list[tuple[int, int]]:
    """A random part of the pattern's matches, last first (so that changes do not move the ones to come)."""
    return [match.span() for match in pattern.finditer(text) if chance.random() < share][::-1]


def with_typos(text: str, origins: list[int], chance: random.Random, share: float = 0.04) -> Changed:
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
    return mapped(text, origins, lambda index, _: letters[index])


def augmented(text: str, origins: list[int], chance: random.Random) -> Changed:
    """About half of the passages as they are; the others with one or more changes."""
    if CASED.search(text):
        kind = chance.random()
        if kind < 0.13:
            case = chance.choices(("upper", "lower", "title"), (4, 4, 2))[0]
            text, origins = recased(text, origins, 0, len(text), case)
        elif kind < 0.28:
            for start, end in some_ranges(SENTENCE, text, chance, 0.2):
                text, origins = recased(text, origins, start, end, chance.choice(("upper", "upper", "lower", "title")))
        elif kind < 0.38:
            for start, end in some_ranges(WORD, text, chance, 0.08):
                text, origins = recased(text, origins, start, end, chance.choice(("upper", "title")))
    if chance.random() < 0.08:
        text, origins = with_typos(text, origins, chance)
    if chance.random() < 0.03:
        text, origins = mapped(text, origins, lambda _, character: "" if character in ",.;:!?" else character)
    return text, origins
