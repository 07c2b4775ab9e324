"""Reads the questions. A row is the dict of its line: id, source, lang, licence, text, question, answers, evidence,
negative?, part; ranges in code points. A negative row's text does not answer its question.
"""
import functools
import gzip
import json

from paths import CORPUS


@functools.cache
def questions(part: str) -> list[dict]:
    """The rows of `train` or `evaluation`, which share no passage (see split_questions.py), in the order of the file."""
    with gzip.open(CORPUS / "questions.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["part"] == part]
