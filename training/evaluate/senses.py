"""What a selection does to the sense: negations that go while their clause stays, numbers of which a part stays.

Inverted clause: a clause in which a negation or restriction was dropped while at least half of the clause's content words
stay (words that are neither negations nor stop words; if there are none, all other words). Told in four ways:

- `inverted clauses`: negations by the lists of core (`splitWords`), its clauses cut once more at every mark, so that a
  bracket or an item of a list that goes as a whole takes its negation with it and nothing is inverted;
- `inverted, whole clauses`: the same without that cut, which is what the guards promise never to do;
- `inverted, next to kept words`: of the first those whose negation stood between words that stay (the nearest content
  words on both sides), not in a part that went as a whole ("so heavy [that it would never fit]");
- `inverted by the checker`: negations by the lists of negation_list.py, clauses between marks and conjunctions, words as
  training cuts them. It knows nothing of core but which characters were kept.

Half-kept number: a number with its sign, separators, currency and unit, some of whose characters were kept and some not.
"""
import functools

import numpy as np
import regex
from stopwordsiso import stopwords

from negation_list import pattern
from records import NEGATION, WORD_KIND, by_characters, is_kept, spelled
from windows import WORD

MARKS = r".!?;:,\n。！？；：，、؛،؟|()（）\[\]–—"
JOINTS = "but|because|although|though|while|whereas|aber|weil|obwohl|mais|parce que|pero|porque|aunque|mas|perché|omdat|но|потому|αλλά|ama|çünkü|nhưng|tapi"
CLAUSE = regex.compile(rf"(?:(?!\b(?:{JOINTS})\b)[^{MARKS}])+|\b(?:{JOINTS})\b[^{MARKS}]*?(?=\b(?:{JOINTS})\b|[{MARKS}]|$)", regex.IGNORECASE)
LETTERS = regex.compile(r"[\p{L}\p{N}]")
UNIT = ("%|‰|°\\s?[CF]?|[kKMGT]i?[Bb]|[kmcµ]?m[²³]?|[kmµ]?g|m?s|min|h|[kMG]?Hz|[kM]?W|kWh|V|px|pt|l|ml|"
        "hours?|days?|weeks?|months?|years?|minutes?|seconds?|percent|million|billion|thousand|euros?|dollars?|"
        "Stunden?|Tagen?|Wochen?|Jahren?|Minuten|Prozent|heures?|jours?|minutes|días?|horas?|minutos|dias?|"
        "часов|дней|минут|лет|USD|EUR|GBP|年|月|日|分|円|元|万|人|小时|天|時間|년|월|일|원|명|시간")
DIGITS = (r"(?:\p{Nd}{1,3}(?:[,.'’\u202f\u00a0]\p{Nd}{3})+(?![,.]?\p{Nd})(?:[.,]\p{Nd}+)?|"
          r"\p{Nd}+,\p{Nd}{1,2}(?!,?\p{Nd})|\p{Nd}+(?:[.:/×–-]\p{Nd}+)*)")
NUMBER = regex.compile(rf"(?<![\w,.-])[-+−]?(?:[$€£¥₹]\s?)?{DIGITS}(?:\s?(?:{UNIT})(?!\p{{L}}))?")


def is_inverted(kept: np.ndarray, negation: np.ndarray, content: np.ndarray) -> bool:
    """bool arrays over a clause's words."""
    if not content.any():
        content = ~negation
    return bool((negation & ~kept).any() and content.any() and kept[content].mean() >= 0.5)


def is_content(words: list[str], language: str) -> np.ndarray:
    known = stopwords(language)
    return np.array([bool(LETTERS.search(word)) and word.lower() not in known for word in words], bool)


def clauses_of_core(record: dict, cut: bool) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """For each clause with a negation: its words' numbers, which are negations, which are content words."""
    clause, reason, kind = (np.array(record[name]) for name in ("clause", "reason", "kind"))
    is_word = kind == WORD_KIND
    content = is_content(spelled(record), record["lang"]) & is_word
    # A mark begins another part of the clause.
    part = np.stack([clause, np.cumsum(~is_word) if cut else np.zeros_like(clause)], 1)
    found = []
    for own in np.unique(part[(reason == NEGATION) & is_word], axis=0):
        inside = np.flatnonzero((part == own).all(1) & is_word)
        negation = reason[inside] == NEGATION
        if not negation.all():
            found.append((inside, negation, content[inside] & ~negation))
    return found


def between_kept(kept: np.ndarray, negation: np.ndarray, content: np.ndarray) -> bool:
    """Whether one of the negations that went stood beside content words that stay."""
    others = np.flatnonzero(content if content.any() else ~negation)
    return any(kept[np.concatenate([others[others < at][-1:], others[others > at][:1]])].all()
               for at in np.flatnonzero(negation & ~kept))


def inverted_by_core(record: dict, name: str, cut: bool = True, beside: bool = False) -> tuple[int, list[str]]:
    """How many clauses have a negation, and those that a selection inverts."""
    kept, clauses = is_kept(record, name), clauses_of_core(record, cut)
    found = [inside for inside, negation, content in clauses if is_inverted(kept[inside], negation, content)
             and (not beside or between_kept(kept[inside], negation, content))]
    return len(clauses), [shown(record, record["start"][inside[0]], record["end"][inside[-1]], name) for inside in found]


def inverted_by_checker(record: dict, name: str) -> tuple[int, list[str]]:
    negations = pattern(record["lang"])
    kept = by_characters(record, is_kept(record, name)) == 1
    text, clauses, found = record["text"], 0, []
    negated = np.zeros(len(text), bool)
    for match in negations.finditer(text) if negations else ():
        negated[match.start() : match.end()] = True
    for clause in CLAUSE.finditer(text):
        spans = [match.span() for match in WORD.finditer(text, *clause.span())]
        negation = np.array([bool(negated[start:end].all()) for start, end in spans], bool)
        if not negation.any() or negation.all():
            continue
        clauses += 1
        content = is_content([text[start:end] for start, end in spans], record["lang"]) & ~negation
        stays = np.array([bool(kept[start:end].all()) for start, end in spans], bool)
        if is_inverted(stays, negation, content):
            found.append(shown(record, *clause.span(), name))
    return clauses, found


def shown(record: dict, start: int, end: int, name: str) -> str:
    """A passage's part with what was dropped in brackets."""
    kept, parts = is_kept(record, name), []
    for from_, to, stays in zip(record["start"], record["end"], kept):
        if from_ < end and to > start:
            parts.append(record["text"][from_:to] if stays else "[" + record["text"][from_:to] + "]")
    return f"{record['key']}: {' '.join(parts)}"


def half_kept_numbers(record: dict, name: str) -> tuple[int, list[str]]:
    """How many numbers there are, and those of which a selection keeps a part."""
    kept = by_characters(record, is_kept(record, name))
    numbers = [match.span() for match in NUMBER.finditer(record["text"])]
    half = [(start, end) for start, end in numbers if len(set(kept[start:end][~np.isnan(kept[start:end])])) > 1]
    return len(numbers), [shown(record, start, end, name) for start, end in half]


MEASURES = {
    "inverted clauses": inverted_by_core,
    "inverted, whole clauses": functools.partial(inverted_by_core, cut=False),
    "inverted, next to kept words": functools.partial(inverted_by_core, beside=True),
    "inverted by the checker": inverted_by_checker,
    "half-kept numbers": half_kept_numbers,
}


def measures(texts: list[dict], names: list[str]) -> tuple[dict[str, dict], dict[str, list[str]]]:
    """For each measure and selection {of, found, share}; and the examples."""
    result, examples = {}, {}
    for measure, count in MEASURES.items():
        result[measure] = {}
        for name in names:
            pairs = [count(record, name) for record in texts]
            of, found = sum(number for number, _ in pairs), [example for _, some in pairs for example in some]
            result[measure][name] = {"of": of, "found": len(found), "share": round(len(found) / max(of, 1), 4)}
            examples[f"{measure}, {name}"] = found
    return result, examples
