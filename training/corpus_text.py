"""Reads the corpus: a passage is the dict of its line (id, source, lang, licence, kind?, text, keep)."""
import gzip
import json

from paths import CORPUS


def passages(part: str) -> list[dict]:
    """All passages of `train` or `dev`; `keep` is [[start, end, level], …] in code points."""
    with gzip.open(CORPUS / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def character_levels(passage: dict) -> bytearray:
    """The level of every code point of the passage: 0 dropped, 1 kept at light only, 2 kept at both."""
    levels = bytearray(len(passage["text"]))
    for start, end, level in passage["keep"]:
        levels[start:end] = bytes([level]) * (end - start)
    return levels
