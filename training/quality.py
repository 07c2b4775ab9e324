"""Step 9, after card.py: writes bench/results/quality.json, what the model card's tables were made of, for the plots in bench/plots.

In:  build/evaluate/report.json, public/models/embedded/manifest.json, whose weights have to be those that were measured.
"""
import json

from paths import BUILD, HERE, MODEL, write_atomically

OUT = HERE.parent / "bench" / "results" / "quality.json"


def main() -> None:
    report = json.loads((BUILD / "evaluate" / "report.json").read_text())
    shipped = json.loads((MODEL / "manifest.json").read_text())["variants"]["wasm"]["sha256"]
    if report["model"]["sha256"] != shipped:
        raise SystemExit(f"The report is of weights {report['model']['sha256']}, the manifest names {shipped}: run evaluate.sh again.")
    write_atomically(OUT, (json.dumps(report, indent="\t", ensure_ascii=False) + "\n").encode())
    print(OUT)


if __name__ == "__main__":
    main()
