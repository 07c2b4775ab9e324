"""What the steps of the evaluation leave for each other, one record a text (`key`), and the words in it.

A record is the dict of its line in texts.jsonl joined with those in words.jsonl (start, end, reason, kind, clause: one
number a word of the library, in code points; tokens), scored.jsonl (keep: one a word) and selected.jsonl. `selections` has
for each name, such as "bare 0.33" or "rarity guards 0.5", `words` (a digit a word, 1 = kept) and `tokens`.
"""
import json

import numpy as np

from paths import BUILD

FOLDER = BUILD / "evaluate"
# Positions in the lists of src/core/word-table.ts.
NEGATION = 5
WORD_KIND = 0


def lines(name: str) -> list[dict]:
    """The records of one file; none if it is not there."""
    path = FOLDER / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def texts() -> list[dict]:
    """All texts with their words."""
    words = {record["key"]: record for record in lines("words.jsonl")}
    return [text | words[text["key"]] for text in lines("texts.jsonl")]


def records() -> list[dict]:
    """All texts with what is known of them."""
    scored = {record["key"]: record for record in lines("scored.jsonl")}
    selected = {record["key"]: record["selections"] for record in lines("selected.jsonl")}
    found = [text | scored[text["key"]] for text in texts()]
    for record in found:
        record["selections"] |= selected.get(record["key"], {})
        sizes = {len(record["keep"]), *(len(selection["words"]) for selection in record["selections"].values())}
        if sizes != {len(record["start"])}:
            raise ValueError(f"{record['key']}: made with other words; evaluate.sh --fresh begins anew")
    return found


def is_kept(record: dict, name: str) -> np.ndarray:
    """bool, one a word."""
    return np.frombuffer(record["selections"][name]["words"].encode(), np.uint8) == ord("1")


def by_characters(record: dict, values: np.ndarray) -> np.ndarray:
    """Spreads one value a word over the text's characters; NaN where no word is."""
    spread = np.full(len(record["text"]), np.nan)
    for start, end, value in zip(record["start"], record["end"], values):
        spread[start:end] = value
    return spread


def spelled(record: dict) -> list[str]:
    return [record["text"][start:end] for start, end in zip(record["start"], record["end"])]
