"""Step 7, card: writes public/models/embedded/README.md, the model card, from what the other steps recorded.

In:  build/train/log.json, build/trim/growth.json, build/evaluate/scores.json, manifest.json, card.md (the text).
"""
import json

from paths import BUILD, HERE, LANGUAGES, MODEL, write_atomically


def table(head: list[str], rows: list[list[object]]) -> str:
    """A Markdown table; numbers with three digits."""
    cells = [head, ["---"] * len(head)]
    cells += [[f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def percent(value: float) -> str:
    return f"{value:+.1%}"


def overlaps(groups: dict[str, dict], what: str) -> str:
    """A table of the overlaps of each language or source."""
    return table([what, "passages", "light", "tight"], [[name, row["passages"], row["light"], row["tight"]] for name, row in groups.items()])


def main() -> None:
    log = json.loads((BUILD / "train" / "log.json").read_text())
    growth = json.loads((BUILD / "trim" / "growth.json").read_text())
    scores = json.loads((BUILD / "evaluate" / "scores.json").read_text())
    manifest = json.loads((MODEL / "manifest.json").read_text())
    tokenizer = (MODEL / "tokenizer.json").stat().st_size
    kinds = ("words", "text", "unseen")
    parts = {
        "version": manifest["version"],
        "files": table(["file", "for", "MB"], [[v["file"], device, f"{v['bytes'] / 1e6:.1f}"] for device, v in manifest["variants"].items()]
                       + [["tokenizer.json", "both", f"{tokenizer / 1e6:.1f}"]]),
        "pooled": table(["weights", "light", "tight"], [[name, row["light"], row["tight"]] for name, row in scores["overlap"].items()]),
        "agreement": table(["weights", *(f"rate {rate}" for rate in scores["agreement"]["int8"])],
                           [[name, *(f"{value:.2%}" for value in row.values())] for name, row in scores["agreement"].items()]),
        "case": table(["text", "light", "tight"], [[name, row["light"], row["tight"]] for name, row in scores["case"].items()]),
        "language": overlaps(scores["language"], "language"),
        "source": overlaps(scores["source"], "source"),
        "epochs": table(["epoch", "minutes", "loss", "dev light", "dev tight"],
                        [[e["epoch"], str(e["minutes"]), e["loss"], e["light"], e["tight"]] for e in log["epochs"]]),
        "options": ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in log["options"].items() if value not in (None, False)),
        "growth": table(["language", "frequent words", "running text", "unseen text"],
                        [[name, *(percent(growth[f"{name} {kind}"]) if f"{name} {kind}" in growth else "" for kind in kinds)]
                         for name in [*LANGUAGES, "code"]]),
        "bytes": f"{(manifest['variants']['wasm']['bytes'] + tokenizer) / 1e6:.1f}",
    }
    text = (HERE / "card.md").read_text(encoding="utf-8")
    for name, value in parts.items():
        text = text.replace("{{" + name + "}}", value)
    write_atomically(MODEL / "README.md", text.encode())
    print(MODEL / "README.md")


if __name__ == "__main__":
    main()
