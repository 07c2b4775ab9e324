"""Step 4, label: what the teachers think of the unlabelled texts, the questions' texts and the training passages.

In:  build/teacher*/best.pt (their probabilities are averaged), the corpus.
Out: build/labels/{train,unlabelled,questions}.npz: for each text, in order, the shares of the labels of each unit, as 255ths.
Use: python label.py [--tokens 1000000]; of the unlabelled texts and of the questions' so many tokens are read, the first.
"""
import argparse
import math
import time

import numpy as np
import torch
from tokenizers import Encoding, Tokenizer

import model as models
from corpus_text import passages
from lessons import question_texts
from paths import BUILD, MODEL, THREADS
from targets import unit_means
from windows import MAX_TOKENS, equal_parts

BATCH = 4096


def shares_of_texts(teachers: list[models.Classifier], tokenizer: Tokenizer, texts: list[str]) -> list[np.ndarray]:
    """float32 [units, 3] of every text. A text is read in equal windows of at most 510 tokens, windows of like lengths together."""
    bos, eos, pad = (tokenizer.token_to_id(name) for name in ("<s>", "</s>", "<pad>"))
    encodings: list[Encoding] = [tokenizer.encode(text, add_special_tokens=False) for text in texts]
    found = [np.zeros((len(encoding.ids), models.LABELS), np.float32) for encoding in encodings]
    windows = []
    for index, encoding in enumerate(encodings):
        windows += [(index, start, end) for start, end in equal_parts(len(encoding.ids), MAX_TOKENS)]
    windows.sort(key=lambda window: window[2] - window[1])
    began, read = time.time(), 0
    while windows:
        length = windows[-1][2] - windows[-1][1] + 2
        batch = [windows.pop() for _ in range(min(len(windows), max(1, BATCH // length)))]
        ids = torch.full((len(batch), length), pad)
        for row, (index, start, end) in enumerate(batch):
            ids[row, : end - start + 2] = torch.tensor([bos, *encodings[index].ids[start:end], eos])
        mask = (ids != pad).long()
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            shares = torch.stack([teacher(ids, mask)[..., : models.LABELS].softmax(-1) for teacher in teachers]).mean(0)
        for row, (index, start, end) in enumerate(batch):
            found[index][start:end] = shares[row, 1 : end - start + 1].float().numpy()
            read += end - start
        if len(windows) % 500 < len(batch):
            print(f"{read:,} tokens, {len(windows)} windows to go, {(time.time() - began) / 60:.1f} min", flush=True)
    return [unit_means(text, encoding.offsets, shares) for text, encoding, shares in zip(texts, encodings, found)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokens", type=int, default=1_000_000)
    parser.add_argument("--some", type=int, default=None, help="use only so many texts of each kind (smoke run)")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    teachers = [models.from_checkpoint(path) for path in sorted(BUILD.glob("teacher*/best.pt"))]
    print(f"{len(teachers)} teachers", flush=True)
    (BUILD / "labels").mkdir(exist_ok=True)
    sources = {"train": [passage["text"] for passage in passages("train")],
               "unlabelled": [passage["text"] for passage in passages("unlabelled")], "questions": question_texts()}
    for name, found in sources.items():
        texts, budget = [], math.inf if name == "train" else options.tokens
        for text in found[: options.some]:
            budget -= len(tokenizer.encode(text).ids)
            if budget < 0:
                break
            texts.append(text)
        print(f"{name}: {len(texts)} texts", flush=True)
        shares = shares_of_texts(teachers, tokenizer, texts)
        np.savez(BUILD / "labels" / f"{name}.npz", units=[len(share) for share in shares],
                 shares=np.rint(np.concatenate(shares) * 255).astype(np.uint8))


if __name__ == "__main__":
    main()
