"""Where the pipeline's files lie. Every script reads and writes only below these folders.

PROMPTSIEVE_BUILD moves the intermediate files, PROMPTSIEVE_MODEL the exported model (the smoke run uses both);
PROMPTSIEVE_CHECKPOINT names another classifier to export; PROMPTSIEVE_THREADS is how many threads may calculate.
"""
import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
BUILD = Path(os.environ.get("PROMPTSIEVE_BUILD", HERE / "build"))
# The classifier that is exported.
CHECKPOINT = Path(os.environ.get("PROMPTSIEVE_CHECKPOINT", BUILD / "finish" / "best.pt"))
MODEL = Path(os.environ.get("PROMPTSIEVE_MODEL", HERE.parent / "public" / "models" / "embedded"))
THREADS = int(os.environ.get("PROMPTSIEVE_THREADS", 2))

LANGUAGES = "en de es fr it pt nl pl ro cs sv tr vi id ru uk el ar he fa hi th zh ja ko".split()
CASELESS = {"ar", "he", "fa", "hi", "th", "zh", "ja", "ko"}


def write_atomically(path: Path, data: bytes) -> None:
    """Writes the bytes to a neighbour of `path`, then renames it: a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
