"""Rankings to compare with: for every word of the library a score from elsewhere, the higher the longer it is kept.

- random: by chance;
- stop words: words on the list of their language (PyPI stopwordsiso) go first; within both groups by chance;
- rarity: the rarer in its language the better (PyPI wordfreq; Thai by the word counts that trim.py uses);
- tf-idf: occurrences in the text x log of how few texts of the corpus in its language have it; of a word of several
  parts (`windows.WORD`) the mean.

Punctuation goes before all words, as it is the most frequent of all. Without that the rankings fare worse.

In:  texts.jsonl, words.jsonl, the corpus. Out: build/evaluate/rankings.jsonl for `browser.js select`.
"""
import collections
import functools
import json
import math
import random

import regex
import wordfreq
from stopwordsiso import stopwords

from corpus_text import passages
from paths import write_atomically
from records import FOLDER, lines, spelled, texts
from usage import thai_frequencies
from windows import WORD

LETTERS = regex.compile(r"[\p{L}\p{N}]")
HIGHEST = 8.0  # no word has a greater zipf frequency


@functools.cache
def thai_zipf() -> dict[str, float]:
    counts = thai_frequencies()
    total = sum(counts.values())
    return {word: math.log10(count / total * 1e9) for word, count in counts.items()}


@functools.cache
def zipf(word: str, language: str) -> float:
    """log10 of the occurrences in a billion words; 0 if there are none."""
    return thai_zipf().get(word, 0.0) if language == "th" else wordfreq.zipf_frequency(word, language)


def parts(text: str) -> list[str]:
    """The words in lower case, without marks."""
    return [word for word in WORD.findall(text.lower()) if LETTERS.search(word)]


@functools.cache
def document_frequencies() -> dict[str, tuple[int, dict[str, int]]]:
    """For each language how many texts the corpus has, and in how many of them each word is."""
    counts: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    seen: collections.Counter = collections.Counter()
    for part in ("train", "unlabelled"):
        for passage in passages(part):
            seen[passage["lang"]] += 1
            counts[passage["lang"]].update(set(parts(passage["text"])))
    return {language: (seen[language], counts[language]) for language in seen}


def by_chance(words: list[str], record: dict) -> list[float]:
    chance = random.Random(record["key"])
    return [chance.random() for _ in words]


def by_stop_words(words: list[str], record: dict) -> list[float]:
    known = stopwords(record["lang"])
    return [(0.5 if word.lower() not in known else 0.0) + chance / 2 for word, chance in zip(words, by_chance(words, record))]


def by_rarity(words: list[str], record: dict) -> list[float]:
    return [max(0.0, 1 - zipf(word.lower(), record["lang"]) / HIGHEST) for word in words]


def by_tf_idf(words: list[str], record: dict) -> list[float]:
    documents, having = document_frequencies()[record["lang"]]
    occurrences = collections.Counter(parts(record["text"]))
    weight = {word: count * math.log((1 + documents) / (1 + having[word])) for word, count in occurrences.items()}
    found = [[weight.get(part, 0.0) for part in parts(word)] for word in words]
    scores = [sum(some) / len(some) if some else 0.0 for some in found]
    return [score / (max(scores) or 1) for score in scores]


RANKINGS = {"random": by_chance, "stop words": by_stop_words, "rarity": by_rarity, "tf-idf": by_tf_idf}


def main() -> None:
    informed = {line["key"]: line["scores"] for line in lines("self-information.jsonl")}
    found = []
    for record in texts():
        if record["part"] != "passage":
            continue
        words = spelled(record)
        is_word = [bool(LETTERS.search(word)) for word in words]
        rankings = {name: rank(words, record) for name, rank in RANKINGS.items()}
        if record["key"] in informed:
            rankings["selective context"] = informed[record["key"]]
        scores = {name: [0.01 + 0.99 * value if is_one else value * 0.009 for value, is_one in zip(values, is_word)]
                  for name, values in rankings.items()}
        found.append({"key": record["key"], "text": record["text"], "rates": record["rates"], "scores": scores})
    write_atomically(FOLDER / "rankings.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in found).encode())
    print(f"{len(found)} texts ranked")


if __name__ == "__main__":
    main()
