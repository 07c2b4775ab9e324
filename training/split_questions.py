"""Gives every row of a questions file its part, so that no passage, nor its translation, is in two parts.

Rows about one passage or overlapping ones are one group. XQuAD has the same passages in twelve languages; there
passages with the same rare numbers and names are one group (which joins whole articles), and what that cannot place is
in no part ("unused"), because its translation may be in the other. About 15 % of the rows go to `evaluation`.

Use: python split_questions.py questions.jsonl.gz  (writes corpus/questions.jsonl.gz; done once, when the corpus is made)
"""
import collections
import gzip
import hashlib
import json
import math
import sys
import unicodedata

import regex

from paths import CORPUS, write_atomically

SHINGLE = 48  # code points that two overlapping texts share
EVALUATION_SHARE = 0.15
TRANSLATED = "xquad"
NUMBER, NAME = regex.compile(r"\p{Nd}+"), regex.compile(r"\b\p{Lu}[A-Za-z]{2,}")
COMMON = 60  # a number or name in so many passages or more says nothing
LEAST_EVIDENCE, LEAST_SHARE = 7.0, 0.5  # nats of what two translations share; its share of the poorer one's


class Groups:
    """Disjoint sets of numbers."""

    def __init__(self, count: int):
        self.parent = list(range(count))

    def find(self, member: int) -> int:
        while self.parent[member] != member:
            self.parent[member] = self.parent[self.parent[member]]
            member = self.parent[member]
        return member

    def join(self, one: int, other: int) -> None:
        self.parent[self.find(other)] = self.find(one)


def join_overlapping(texts: list[str], groups: Groups) -> None:
    """One group for texts that share a stretch; which stretches are compared depends on their content alone."""
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        squeezed = "".join(text.split())
        for at in range(max(1, len(squeezed) - SHINGLE + 1)):
            if at == 0 or ord(squeezed[at]) * 31 % 8 == 0:
                groups.join(first.setdefault(squeezed[at : at + SHINGLE], index), index)


def marks(text: str) -> frozenset[str]:
    """What a translation leaves as it is: numbers, whatever their digits, and names in Latin letters."""
    values = (str(int("".join(str(unicodedata.digit(digit)) for digit in found))) for found in NUMBER.findall(text))
    return frozenset(values) | frozenset(name.lower() for name in NAME.findall(text))


def join_translations(texts: list[str], languages: list[str], members: list[int], groups: Groups) -> None:
    """One group for texts of two languages that share rare marks."""
    found = {index: marks(texts[index]) for index in members}
    frequency = collections.Counter(mark for own in found.values() for mark in own)

    def weight(some: frozenset[str]) -> float:
        return sum(math.log(len(members) / frequency[mark]) for mark in some)

    having: dict[str, list[int]] = collections.defaultdict(list)
    for index, own in found.items():
        rare = [mark for mark in own if frequency[mark] < COMMON]
        for other in {other for mark in rare for other in having[mark] if languages[other] != languages[index]}:
            shared = own & found[other]
            if weight(shared) > LEAST_EVIDENCE and weight(shared) >= LEAST_SHARE * min(weight(own), weight(found[other])):
                groups.join(other, index)
        for mark in rare:
            having[mark].append(index)


def parts(rows: list[dict]) -> list[str]:
    """The part of each row."""
    first: dict[str, dict] = {}
    for row in rows:
        first.setdefault(row["text"], row)
    texts, languages = list(first), [row["lang"] for row in first.values()]
    groups = Groups(len(texts))
    join_overlapping(texts, groups)
    translated = [index for index, row in enumerate(first.values()) if row["source"] == TRANSLATED]
    join_translations(texts, languages, translated, groups)
    spoken: dict[int, set[str]] = collections.defaultdict(set)
    for index in translated:
        spoken[groups.find(index)].add(languages[index])
    number = {text: index for index, text in enumerate(texts)}
    result = []
    for row in rows:
        group = groups.find(number[row["text"]])
        digest = hashlib.sha256(texts[group].encode()).digest()
        if row["source"] == TRANSLATED and len(spoken[group]) < 2:
            result.append("unused")
        else:
            result.append("evaluation" if int.from_bytes(digest[:4], "big") < EVALUATION_SHARE * 2**32 else "train")
    return result


def main() -> None:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = parts(rows)
    lines = [json.dumps({**row, "part": part}, ensure_ascii=False) + "\n" for row, part in zip(rows, found)]
    write_atomically(CORPUS / "questions.jsonl.gz", gzip.compress("".join(lines).encode(), mtime=0))
    for key, count in sorted(collections.Counter((row["source"], part) for row, part in zip(rows, found)).items()):
        print(*key, count)


if __name__ == "__main__":
    main()
