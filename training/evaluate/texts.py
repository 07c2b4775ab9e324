"""Step 1 of the evaluation: which texts the library is to score, and at which rates it is to select from them.

In:  dev and the evaluation part of the questions. Out: build/evaluate/texts.jsonl, one text a line:
     key, part, text, lang, source, rates; dev: text_kind, form, levels (a digit a code point); passage: answers of all its
     questions; asked: question, answers. Places are in code points.
Use: python texts.py [--quick] [--fresh]; what was made from other texts, or with --fresh from any, is removed
"""
import argparse
import json
import random

from augment import recased, with_typos
from corpus_text import character_levels, passages
from paths import BUILD, CASELESS, MODEL, write_atomically
from questions import questions

OUT = BUILD / "evaluate"
DERIVED = ("words", "self-information", "rankings", "selected", "scored")
RATES = (0.2, 0.33, 0.5, 0.66)
TYPOS = 0.1  # share of words with a typo
QUICK = 10  # every so many-th text


def dev_texts(dev: list[dict]) -> list[dict]:
    """Each passage as it is; those of scripts with letter case also in capitals and with typos."""
    found = []
    for passage in dev:
        text, levels = passage["text"], list(character_levels(passage))
        forms = {"plain": (text, levels)}
        if passage["lang"] not in CASELESS:
            forms["capitals"] = recased(text, levels, 0, len(text), "upper")
            forms["typos"] = with_typos(text, levels, random.Random(1), TYPOS)
        for form, (changed, moved) in forms.items():
            found.append({"key": f"dev/{passage['id']}/{form}", "part": "dev", "form": form, "text": changed,
                          "levels": "".join(map(str, moved)), "lang": passage["lang"], "source": passage["source"],
                          "text_kind": passage.get("kind"), "rates": RATES if form == "plain" else ()})
    return found


def question_texts(rows: list[dict], asked: bool) -> list[dict]:
    """Each passage once without a question and, if `asked`, once with each of its questions."""
    of_text: dict[str, list[dict]] = {}
    for row in rows:
        of_text.setdefault(row["text"], []).append(row)
    found = []
    for text, own in of_text.items():
        first = own[0]
        shared = {"text": text, "lang": first["lang"], "source": first["source"], "rates": RATES}
        found.append({"key": f"passage/{first['id']}", "part": "passage", "answers": [row["answers"] for row in own], **shared})
        for row in own if asked else ():
            found.append({"key": f"asked/{row['id']}", "part": "asked", "answers": [row["answers"]], "question": row["question"], **shared})
    return found


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--quick", action="store_true")
    arguments.add_argument("--fresh", action="store_true")
    options = arguments.parse_args()
    step = QUICK if options.quick else 1
    rows = [row for row in questions("evaluation") if row["answers"]]
    asked = "question" in json.loads((MODEL / "manifest.json").read_text())
    texts = dev_texts(passages("dev")[::step]) + question_texts(rows[::step], asked)
    content = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts).encode()
    file = OUT / "texts.jsonl"
    if options.fresh or not file.exists() or file.read_bytes() != content:
        for name in DERIVED:
            (OUT / f"{name}.jsonl").unlink(missing_ok=True)
    write_atomically(file, content)
    print(f"{len(texts)} texts, {sum(len(text['text']) for text in texts)} characters")


if __name__ == "__main__":
    main()
