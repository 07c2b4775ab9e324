"""Step 9, card: writes public/models/embedded/README.md, the model card, from what the other steps recorded.

In:  build/{teacher,student,finish}/log.json, build/trim/growth.json, build/evaluate/report.json, manifest.json, card.md (the text).
"""
import json

from paths import BUILD, HERE, LANGUAGES, MODEL, write_atomically

RATES = ("0.2", "0.33", "0.5", "0.66")
RATE_HEAD = [f"{100 * float(rate):.0f} % of the tokens" for rate in RATES]
UNTOLD = ("out", "fresh", "role", "some")  # settings that say nothing of the model
SYSTEMS = {"model": "**promptsieve embedded**", "random": "random", "stop words": "stop words first", "rarity": "word rarity (wordfreq)",
           "tf-idf": "TF-IDF", "selective context": "Selective Context (SmolLM2-135M)"}
SENSES = ("bare 0.33", "bare 0.5", "bare 0.66", "guards 0.5", "annotation light", "annotation tight")


def table(head: list[str], rows: list[list[object]]) -> str:
    """A Markdown table; numbers with three digits, nothing where there is no value."""
    cells = [head, ["---"] * len(head)]
    cells += [["" if cell is None else f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def percent(value: float) -> str:
    return f"{value:+.1%}"


def overlaps(groups: dict[str, dict], what: str) -> str:
    """A table of the overlaps of each language, source or kind."""
    return table([what, "passages", "light", "tight"], [[name, row["passages"], row["light"], row["tight"]] for name, row in groups.items()])


def bars(report: dict) -> str:
    verdict = {True: "yes", False: "**no**", None: "not measured"}
    return table(["bar", "measured", "goal", "met"], [[row["bar"], row["value"], row["goal"], verdict[row["met"]]] for row in report["bars"]])


def retention(report: dict) -> str:
    """All systems on the same texts, then those that were only tried on some, beside the model on those."""
    rows = []
    for system, name in SYSTEMS.items():
        row = report["retention"].get(system)
        if row is None:
            continue
        for mode in ("bare", "guards"):
            rows.append([name, mode, row["questions"], *(row[mode][rate] for rate in RATES)])
        for mode, same in row.get("model on the same", {}).items():
            rows.append(["– promptsieve embedded on the same", mode, row["questions"], *(same[rate] for rate in RATES)])
    for mode in ("bare", "guards") if report["asked"] else ():
        row = report["asked"]["model"]
        rows.append(["**promptsieve embedded, with the question**", mode, row["questions"], *(row[mode][rate] for rate in RATES)])
    return table(["ranking", "mode", "questions", *RATE_HEAD], rows)


def retention_by(report: dict, field: str) -> str:
    """Without and with the question at two rates."""
    asked = report[f"asked by {field}"] or {}
    head = [field, "questions", "33 %", "50 %", "33 %, question given", "50 %, question given"]
    return table(head, [[name, row["questions"], row["0.33"], row["0.5"], *(asked.get(name, {}).get(rate) for rate in ("0.33", "0.5"))]
                        for name, row in report[f"retention by {field}"].items()])


def senses(report: dict) -> str:
    head = ["on dev", "of", *(name.replace("annotation", "the annotation,") for name in SENSES)]
    return table(head, [[measure, row[SENSES[0]]["of"], *(f"{100 * row[name]['share']:.1f} %" if name in row else None for name in SENSES)]
                        for measure, row in report["senses on dev"].items()])


def forms(report: dict) -> str:
    changed = report["dev"]["changed"]
    return table(["text", "light", "tight", "decisions that change"],
                 [[name, row["light"], row["tight"], f"{100 * changed[name]['changed']:.1f} %" if name in changed else None]
                  for name, row in report["dev"]["forms"].items()])


def training_log(role: str) -> str:
    """What each pass took and reached, and the settings."""
    log = json.loads((BUILD / role / "log.json").read_text())
    passes = log.get("passes") or log["epochs"]
    settings = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in log["options"].items() if name not in UNTOLD and value is not None)
    names = list(passes[0])
    return table(names, [[str(one[name]) if name == "minutes" else one.get(name) for name in names] for one in passes]) + f"\n\nSettings: {settings}."


def main() -> None:
    growth = json.loads((BUILD / "trim" / "growth.json").read_text())
    report = json.loads((BUILD / "evaluate" / "report.json").read_text())
    manifest = json.loads((MODEL / "manifest.json").read_text())
    tokenizer = (MODEL / "tokenizer.json").stat().st_size
    download, dev = report["download"], report["dev"]
    kinds = ("words", "text", "unseen")
    parts = {
        "version": manifest["version"],
        "files": table(["file", "for", "MB"], [[v["file"], device, f"{v['bytes'] / 1e6:.1f}"] for device, v in manifest["variants"].items()]
                       + [["tokenizer.json", "both", f"{tokenizer / 1e6:.1f}"]]),
        "bytes": f"{(manifest['variants']['wasm']['bytes'] + tokenizer) / 1e6:.1f}",
        "download": f"{download['total'] / 1e6:.1f}" if download else "?",
        "bars": bars(report),
        "overlap": table(["words", "light", "tight"], [["as training cuts them", dev["overlap"]["light"], dev["overlap"]["tight"]],
                                                       ["of the library", *dev["overlap on the library's words"].values()]]),
        "language": overlaps(dev["language"], "language"),
        "source": overlaps(dev["source"], "source"),
        "kind": overlaps(dev["kind"], "kind of synthetic text"),
        "retention": retention(report),
        "retention language": retention_by(report, "language"),
        "retention source": retention_by(report, "source"),
        "senses": senses(report),
        "forms": forms(report),
        "calibration": f"{dev['calibration']['error']:.3f}",
        "calibration bins": table(["said", "true", "words"], [[row["said"], row["true"], row["words"]] for row in dev["calibration"]["bins"]]),
        "agreement": ", ".join(f"{100 * value:.2f} % at {rate}" for rate, value in (report["agreement"] or {}).items()) or "not measured",
        "teacher": training_log("teacher"),
        "student": training_log("student"),
        "finish": training_log("finish"),
        "growth": table(["language", "frequent words", "running text", "unseen text"],
                        [[name, *(percent(growth[f"{name} {kind}"]) if f"{name} {kind}" in growth else None for kind in kinds)]
                         for name in [*LANGUAGES, "code"]]),
    }
    text = (HERE / "card.md").read_text(encoding="utf-8")
    for name, value in parts.items():
        text = text.replace("{{" + name + "}}", value)
    write_atomically(MODEL / "README.md", text.encode())
    print(MODEL / "README.md")


if __name__ == "__main__":
    main()
