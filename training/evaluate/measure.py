"""Last step of the evaluation: all measures of what the library scored and selected, and whether the bars are met.

In:  build/evaluate/{texts,words,scored,selected}.jsonl, download.json. Out: build/evaluate/report.json (what card.py shows),
     examples.json (clauses that were inverted, numbers that were cut), and a summary on the screen.
Use: python measure.py [--check]    with --check it fails when a bar is missed or could not be measured
"""
import argparse
import json
import sys

import bars
import overlaps
import retention
import senses
from agreement import agreement
from paths import MODEL, write_atomically
from records import FOLDER, records
from scoring import LEVELS

SENSES = [f"{mode} {rate}" for rate in ("0.33", "0.5", "0.66") for mode in retention.MODES]


def add_annotation(record: dict) -> list[str]:
    """The annotation as if it were a selection at each level, to see what the measures say of it."""
    _, levels = overlaps.library_words(record)
    for name, level in LEVELS.items():
        record["selections"][f"annotation {name}"] = {"words": "".join("1" if own >= level else "0" for own in levels)}
    return [f"annotation {name}" for name in LEVELS]


def measured() -> tuple[dict, dict]:
    found = records()
    dev = [record for record in found if record["part"] == "dev"]
    plain = [record for record in dev if record["form"] == "plain"]
    passages = [record for record in found if record["part"] == "passage"]
    asked = [record for record in found if record["part"] == "asked"]
    manifest = json.loads((MODEL / "manifest.json").read_text())
    annotation = [add_annotation(record) for record in plain][0]
    on_dev, examples = senses.measures(plain, SENSES + annotation)
    download = FOLDER / "download.json"
    report = {
        "model": {"version": manifest["version"], **manifest["variants"]["wasm"]},
        "dev": overlaps.measures(dev),
        "retention": retention.table(passages),
        "retention by language": retention.by_field(passages, "lang"),
        "retention by source": retention.by_field(passages, "source"),
        "asked": retention.table(asked) if asked else None,
        "asked by language": retention.by_field(asked, "lang") if asked else None,
        "asked by source": retention.by_field(asked, "source") if asked else None,
        "senses on dev": on_dev,
        "agreement": agreement(plain),
        "download": json.loads(download.read_text()) if download.exists() else None,
    }
    report["bars"] = bars.bars(report)
    return report, examples


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--check", action="store_true")
    check = arguments.parse_args().check
    report, examples = measured()
    for name, content in (("report.json", report), ("examples.json", examples)):
        write_atomically(FOLDER / name, json.dumps(content, indent=1, ensure_ascii=False).encode())
    for system, row in report["retention"].items():
        for mode in retention.MODES:
            print(f"{system:18} {mode:7} {row['questions']:5} questions", *(f"  {rate}: {row[mode][rate]:.3f}" for rate in retention.RATES))
    for row in report["bars"]:
        verdict = {True: "met", False: "MISSED", None: "not measured"}[row["met"]]
        print(f"{row['bar']:62} {'–' if row['value'] is None else row['value']:>8}  {row['goal']:8} {verdict}")
    if check and not all(row["met"] for row in report["bars"]):
        sys.exit("Not every bar is met.")


if __name__ == "__main__":
    main()
