"""Measures on dev by rank: overlap with the annotation, calibration, and what capitals and typos change.

Overlap at a level: of a passage take as many top-scored words as the annotation keeps at that level; the share of kept
ones among them, all passages pooled. A word's level is the one that most of its characters have.

Words are cut as in training (`windows.WORD`: letters and digits; one character of scripts without spaces; one mark) and
take the mean score of the library's words over their characters. `library` is the same on the library's own words.
"""
import collections

import numpy as np

from records import by_characters
from scoring import overlap, top
from windows import WORD, most

BINS = 15
# Kinds of the synthetic lines.
SYSTEM_PROMPTS = {"system"}
LOGS = {"log"}
LOG_LIKE = LOGS | {"trace", "ci", "build", "crash", "docker", "gitlab", "testoutput", "metrics"}
INSTRUCTION_LIKE = SYSTEM_PROMPTS | {"rules", "prompt", "orchestrator", "tools", "agent", "safety", "callscript"}

Words = tuple[np.ndarray, np.ndarray]  # scores and levels


def training_words(record: dict) -> Words:
    """For each word as training cuts them its score and its level."""
    scores = by_characters(record, record["keep"])
    levels = bytes(map(int, record["levels"]))
    spans = [match.span() for match in WORD.finditer(record["text"])]
    return (np.array([np.nanmean(scores[start:end]) for start, end in spans]),
            np.array([most(levels[start:end]) for start, end in spans]))


def library_words(record: dict) -> Words:
    levels = bytes(map(int, record["levels"]))
    return np.array(record["keep"]), np.array([most(levels[start:end]) for start, end in zip(record["start"], record["end"])])


def grouped(dev: list[dict], words: list[Words], name_of) -> dict[str, dict]:
    """Overlap for each group of passages, the most frequent first."""
    groups = collections.defaultdict(list)
    for record, found in zip(dev, words):
        groups[name_of(record)].append(found)
    return {name: {"passages": len(found), **overlap(found)} for name, found in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))}


def source_of(record: dict) -> str:
    source = record["source"]
    return "public repositories" if "/" in source or " " in source else source


def calibration(words: list[Words]) -> dict[str, object]:
    """Expected calibration error of the keep probability, which says: kept at tight + half of kept at light only."""
    scores, levels = (np.concatenate(column) for column in zip(*words))
    truth = levels / 2
    bin_of = np.minimum((scores * BINS).astype(int), BINS - 1)
    rows = [{"words": int((bin_of == number).sum()), "said": round(float(scores[bin_of == number].mean()), 4),
             "true": round(float(truth[bin_of == number].mean()), 4)} for number in range(BINS) if (bin_of == number).any()]
    error = sum(row["words"] * abs(row["said"] - row["true"]) for row in rows) / len(scores)
    return {"error": round(error, 4), "bins": rows}


def changed_decisions(plain: list[np.ndarray], changed: list[np.ndarray]) -> dict[str, float]:
    """Share of words that are in the better half of a text's words in one of the two forms only; texts whose change
    made or lost a word (ß in capitals is none such) are left out."""
    pairs = [(one, other) for one, other in zip(plain, changed) if len(one) == len(other)]
    words = sum(len(one) for one, _ in pairs)
    differ = sum(int((top(one, len(one) // 2) != top(other, len(one) // 2)).sum()) for one, other in pairs)
    return {"texts": len(pairs), "words": words, "changed": round(differ / max(words, 1), 4)}


def measures(dev: list[dict]) -> dict[str, object]:
    """All of the above; `dev` are the records of dev in all forms."""
    forms = {form: [record for record in dev if record["form"] == form] for form in ("plain", "capitals", "typos")}
    words = {form: {record["key"].rsplit("/", 1)[0]: training_words(record) for record in found} for form, found in forms.items()}
    plain, own = forms["plain"], list(words["plain"].values())
    synthetic = [(record, found) for record, found in zip(plain, own) if record["source"] == "synthetic"]
    kinds = {"system prompts": SYSTEM_PROMPTS, "system prompts, rules, agents": INSTRUCTION_LIKE, "logs": LOGS, "logs, traces, builds": LOG_LIKE}
    both = {form: [key for key in words[form] if key in words["plain"]] for form in ("capitals", "typos")}
    return {
        "overlap": {"passages": len(plain), **overlap(own)},
        "overlap on the library's words": overlap([library_words(record) for record in plain]),
        "language": grouped(plain, own, lambda record: record["lang"]),
        "source": grouped(plain, own, source_of),
        "kind": {name: {"passages": len(found), **overlap(found)} for name, kept in kinds.items()
                 if (found := [found for record, found in synthetic if record["text_kind"] in kept])},
        "forms": {"plain, scripts with case": overlap([words["plain"][key] for key in both["capitals"]]),
                  **{form: overlap([words[form][key] for key in keys]) for form, keys in both.items() if keys}},
        "changed": {form: changed_decisions([words["plain"][key][0] for key in keys], [words[form][key][0] for key in keys])
                    for form, keys in both.items() if keys},
        "calibration": calibration([library_words(record) for record in plain]),
    }
