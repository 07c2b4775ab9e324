"""How many answers survive a selection: the share of questions with an answer of which all words are kept.

A question may have several accepted answers ("4 %", "about 4 %"); one that survives is enough. Marks inside an answer do
not count, words do. All systems select with the library's core at the same budget, a share of the text's LLM tokens.
"""
import collections

import numpy as np

from records import WORD_KIND, is_kept

MODES = ("bare", "guards")
RATES = ("0.2", "0.33", "0.5", "0.66")
MODEL = "model"


def survives(record: dict, kept: np.ndarray, answers: list[list[int]]) -> bool:
    """Whether all words that one of the answers touches are kept."""
    start, end, kind = (np.array(record[name]) for name in ("start", "end", "kind"))
    for begin, stop in answers:
        inside = (start < stop) & (end > begin) & (kind == WORD_KIND)
        if inside.any() and kept[inside].all():
            return True
    return False


def selection_name(system: str, mode: str, rate: str) -> str:
    return f"{mode} {rate}" if system == MODEL else f"{system} {mode} {rate}"


def answered(texts: list[dict], name: str) -> list[bool]:
    """One value a question."""
    return [survives(record, is_kept(record, name), answers) for record in texts for answers in record["answers"]]


def row(texts: list[dict], system: str, mode: str) -> dict[str, object]:
    """Retention at every rate, and the share of LLM tokens that was really kept."""
    found: dict[str, object] = {}
    for rate in RATES:
        name = selection_name(system, mode, rate)
        found[rate] = round(float(np.mean(answered(texts, name))), 4)
        kept = sum(record["selections"][name]["tokens"] for record in texts)
        found[f"kept at {rate}"] = round(kept / sum(record["tokens"] for record in texts), 4)
    return found


def systems_of(record: dict) -> list[str]:
    """The rankings that selected from the text, the model first."""
    suffix = f" {MODES[0]} {RATES[0]}"
    return [MODEL, *(name.removesuffix(suffix) for name in record["selections"] if name.endswith(suffix) and name != suffix.strip())]


def table(texts: list[dict]) -> dict[str, object]:
    """For each mode and system its row; a system that selected from some texts only is beside the model on those."""
    groups = collections.defaultdict(list)
    for record in texts:
        for system in systems_of(record):
            groups[system].append(record)
    result: dict[str, object] = {}
    for system, own in groups.items():
        questions = sum(len(record["answers"]) for record in own)
        result[system] = {"questions": questions, **{mode: row(own, system, mode) for mode in MODES}}
        if len(own) < len(texts):
            result[system]["model on the same"] = {mode: row(own, MODEL, mode) for mode in MODES}
    return result


def by_field(texts: list[dict], field: str) -> dict[str, dict]:
    """The model bare, for each language or source, the most frequent first."""
    groups = collections.defaultdict(list)
    for record in texts:
        groups[record[field]].append(record)
    found = {name: {"questions": sum(len(record["answers"]) for record in own), **row(own, MODEL, "bare")} for name, own in groups.items()}
    return dict(sorted(found.items(), key=lambda pair: -pair[1]["questions"]))
