"""Text of the supported languages with weights: which words does each language use, and how often.

In:  word frequencies (PyPI wordfreq; for Thai, PyThaiNLP's CC0 list of the Thai National Corpus), the corpus,
     Python sources of numpy as an example of code.
Out: `words(language)`, `texts()`.
"""
from pathlib import Path

import numpy
import wordfreq

from base import from_wheel
from corpus_text import passages
from paths import CASELESS, LANGUAGES

RAREST = 1e-6
UNSPACED = {"zh", "ja", "th"}
CASES = ((str.lower, 0.88), (str.title, 0.1), (str.upper, 0.02))


def thai_frequencies() -> dict[str, float]:
    """Frequencies of Thai words, for which wordfreq has no list."""
    lines = from_wheel("pythainlp", "corpus/tnc_freq.txt").decode("utf-8-sig").splitlines()
    pairs = [line.split("\t") for line in lines if "\t" in line]
    return {word: float(count) for word, count in pairs}


def words(language: str) -> list[tuple[str, float]]:
    """The words seen at least once in a million, most frequent first, with weights that add up to 1; cased scripts in three cases.

    Where words are written without spaces each follows a comma, as it would in a sentence.
    """
    found = thai_frequencies() if language == "th" else wordfreq.get_frequency_dict(language, "small")
    all_words = sum(found.values())
    most = sorted((pair for pair in found.items() if pair[1] >= all_words * RAREST), key=lambda pair: (-pair[1], pair[0]))
    total = sum(weight for _, weight in most)
    if language in UNSPACED:
        return [("、" + word, weight / total) for word, weight in most]
    if language in CASELESS:
        return [(word, weight / total) for word, weight in most]
    return [(change(word), weight / total * share) for word, weight in most for change, share in CASES]


def texts(unseen: bool = False) -> dict[str, list[str]]:
    """Running text by language (all of train, seven eighths of unlabelled), and source code as `code`.

    `unseen`: the rest instead (dev and every eighth text of unlabelled), to measure on text that chose nothing.
    """
    found: dict[str, list[str]] = {}
    for passage in passages("dev" if unseen else "train"):
        found.setdefault(passage["lang"], []).append(passage["text"])
    for number, passage in enumerate(passages("unlabelled")):
        if (number % 8 == 0) == unseen and passage["lang"] in LANGUAGES:
            found.setdefault(passage["lang"], []).append(passage["text"])
    if not unseen:
        sources = sorted(Path(numpy.__file__).parent.glob("lib/*.py"))
        found["code"] = [path.read_text(encoding="utf-8") for path in sources]
    return found
