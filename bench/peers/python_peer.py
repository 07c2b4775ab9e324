"""llmlingua as a process for child-engine.js: loads the model at once, then compresses a text a line.

    python python_peer.py FOLDER THREADS
"""
import json
import resource
import sys
import time
from pathlib import Path

import torch

sys.path.append(str(Path(__file__).resolve().parents[2] / "training/compat"))
from recorder import use_local_ranks  # noqa: E402 - the folder above


def main() -> None:
    folder, threads = sys.argv[1], int(sys.argv[2])
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    use_local_ranks()
    # Memory and loading are counted from an imported package on, as those of a page are from an open page on.
    from llmlingua import PromptCompressor

    before = peak_bytes()
    began = time.perf_counter()
    compressor = PromptCompressor(folder, device_map="cpu", use_llmlingua2=True)
    say(loadSeconds=time.perf_counter() - began, threads=torch.get_num_threads())
    for line in sys.stdin:
        order = json.loads(line)
        try:
            began = time.perf_counter()
            answer = compressor.compress_prompt([order["text"]], rate=order["rate"])
            seconds = time.perf_counter() - began
            assert answer["compressed_prompt"]
            say(seconds=seconds, peakBytes=peak_bytes() - before)
        except Exception as error:  # noqa: BLE001 - whatever it fails with is the measurement's answer
            say(error=f"{type(error).__name__}: {error}")


def peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def say(**answer) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
