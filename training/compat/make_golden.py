"""Records what Microsoft's `llmlingua` answers, for src/core/compat: golden/<family>.json.gz.

    python -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python make_golden.py        # about two minutes; needs the repository's node_modules

Without arguments all families; `make_golden.py xlm-r` makes one. The models stay in build/ and are not made again.
"""
import gzip
import json
import sys
from pathlib import Path

import torch

from cases import cases
from models import FOLDERS, make_models
from recorder import Recorder, use_local_ranks
from texts import corpus

HERE = Path(__file__).resolve().parent
WORK = HERE / "build"
TOKENIZER = HERE.parents[1] / "public/models/embedded/tokenizer.json"


def main() -> None:
    torch.set_num_threads(1)
    use_local_ranks()
    if not (WORK / FOLDERS["xlm-r"]).exists():
        make_models(WORK, corpus(), TOKENIZER)
    for family in sys.argv[1:] or FOLDERS:
        folder = WORK / FOLDERS[family]
        recorder = Recorder(folder)
        recorded = [recorder.run(case) for case in cases()]
        golden = {"family": family, "tokens": recorder.tokens, "chunks": recorder.chunks, "cases": recorded}
        golden["tokenizer"] = plain_tokenizer(folder)
        write(HERE / "golden" / f"{family}.json.gz", golden)
        raised = [f"{case['name']}: {case['raises']}" for case in recorded if "raises" in case]
        print(f"{family}: {len(recorded)} cases, {len(raised)} of them raise", *raised, sep="\n  ", flush=True)


def plain_tokenizer(folder: Path) -> dict:
    """The tokenizer without what LLMLingua adds to it, for the worker's tests."""
    return json.loads((folder / "tokenizer.json").read_text("utf-8"))


def write(path: Path, value: dict) -> None:
    path.parent.mkdir(exist_ok=True)
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main()
