"""Step 5, negations: the clauses of all training texts that have a negation or restriction, as `src/core` sees them.

In:  the corpus; the library, in Chromium (evaluate/browser.js).
Out: build/negations/{train,unlabelled,questions}.jsonl: for each text, in order, its clauses [negations, other words], each a
     list of [start, end] in code points.
Use: python negations.py [--some N]
"""
import argparse
import json
import subprocess
from itertools import groupby

from corpus_text import passages
from lessons import question_texts
from paths import BUILD, HERE, write_atomically

OUT = BUILD / "negations"
# Positions in the lists of src/core/word-table.ts.
NEGATION, WORD_KIND = 5, 0


def clauses(words: dict) -> list[list[list[tuple[int, int]]]]:
    """A mark ends a clause here, so that a bracket or an item of a list has its own negations."""
    part, found = 0, []
    rows = []
    for start, end, kind, reason, clause in zip(*(words[name] for name in ("start", "end", "kind", "reason", "clause"))):
        if kind == WORD_KIND:
            rows.append(((clause, part), reason == NEGATION, (start, end)))
        else:
            part += 1
    for _, group in groupby(rows, key=lambda row: row[0]):
        inside = list(group)
        negations, others = ([span for _, is_negation, span in inside if is_negation == wanted] for wanted in (True, False))
        if negations and others:
            found.append([negations, others])
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--some", type=int, default=None, help="use only so many texts of each kind (smoke run)")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    sources = {name: [passage["text"] for passage in passages(name)] for name in ("train", "unlabelled")} | {"questions": question_texts()}
    for name, texts in sources.items():
        asked, told = OUT / f"{name}.texts.jsonl", OUT / f"{name}.words.jsonl"
        lines = (json.dumps({"key": index, "text": text}, ensure_ascii=False) for index, text in enumerate(texts[: options.some]))
        write_atomically(asked, "\n".join(lines).encode())
        subprocess.run(["node", HERE / "evaluate" / "browser.js", "words", asked, told], check=True)
        with told.open(encoding="utf-8") as words:
            found = "".join(json.dumps(clauses(json.loads(line))) + "\n" for line in words)
        write_atomically(OUT / f"{name}.jsonl", found.encode())
        told.unlink()
        asked.unlink()


if __name__ == "__main__":
    main()
