"""Records what Microsoft's `llmlingua` answers, for src/core/compat: golden/<family>.json.gz.

    python -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python make_golden.py        # about two minutes; needs the repository's node_modules
"""
import gzip
import json
import tempfile
from pathlib import Path

from cases import cases
from models import FOLDERS, make_models
from recorder import Recorder, use_local_ranks
from texts import corpus

HERE = Path(__file__).resolve().parent
TOKENIZER = HERE.parents[1] / "public/models/embedded/tokenizer.json"


def main() -> None:
    use_local_ranks()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        make_models(work, corpus(), TOKENIZER)
        for family, name in FOLDERS.items():
            recorder = Recorder(work / name)
            recorded = [recorder.run(case) for case in cases(family)]
            golden = {"family": family, "tokens": recorder.tokens, "chunks": recorder.chunks, "cases": recorded}
            if family == "xlm-r":
                golden["tokenizer"] = plain_tokenizer(work / name)
            write(HERE / "golden" / f"{family}.json.gz", golden)
            raised = [f"{case['name']}: {case['raises']}" for case in recorded if "raises" in case]
            print(f"{family}: {len(recorded)} cases, {len(raised)} of them raise", *raised, sep="\n  ")


def plain_tokenizer(folder: Path) -> dict:
    """The tokenizer without what LLMLingua adds to it, for the worker's tests."""
    return json.loads((folder / "tokenizer.json").read_text("utf-8"))


def write(path: Path, value: dict) -> None:
    path.parent.mkdir(exist_ok=True)
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main()
