"""Steps 3, 6 and 7, train: the teacher on the annotation, the student on what the teacher says and on questions, the same
student once more on all of it.

In:  build/base, build/trim, the tokenizer, the corpus; for the student also build/teacher, build/labels and build/negations;
     to finish it build/student too.
Out: build/<role>/best.pt (the best pass on dev), last.pt (to go on from after an interruption), log.json (what each pass
     took and reached).
Use: python train.py teacher|student|finish [--layers 6] [--out student]; goes on from last.pt when there is one.
"""
import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import lessons
import model as models
from progress import progress
from paths import BUILD, MODEL, THREADS
from windows import Window, batches

CHECKPOINT_SECONDS = 180
# What a pass reads; the learning rate falls over all passes of a role together.
PASSES = {
    "teacher": [["annotated"]] * 4,
    "student": [["unlabelled", "annotated", "questions"], ["annotated", "annotated", "questions"]],
    "finish": [["unlabelled", "annotated", "questions"], ["annotated", "annotated", "questions"]],
}
RELEVANCE_WEIGHT = 2.0


def pass_windows(tokenizer: Tokenizer, kinds: list[str], some: int | None, chance: random.Random) -> list[Window]:
    windows = []
    for kind in kinds:
        if kind == "questions":
            windows += lessons.question_windows(tokenizer, some, chance)
        else:
            texts = lessons.annotated_texts(some) if kind == "annotated" else lessons.taught_texts(some)
            windows += lessons.plain_windows(tokenizer, texts, chance)
    return windows


def collated(batch: list[Window], special: tuple[int, int, int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """ids, mask int64 [windows, longest], targets float32 [windows, longest, 4] (NaN where nothing is known)."""
    bos, eos, pad = special
    longest = max(map(len, batch))
    ids = torch.full((len(batch), longest), pad)
    mask = torch.zeros_like(ids)
    targets = torch.full((len(batch), longest, models.LABELS + 1), math.nan)
    for row, window in enumerate(batch):
        before = [bos, *window.question, eos, eos] if window.question else [bos]
        read = [*before, *window.tokens.ids, eos]
        ids[row, : len(read)] = torch.tensor(read)
        mask[row, : len(read)] = 1
        targets[row, len(before) : len(read) - 1] = torch.from_numpy(window.tokens.targets)
    return ids, mask, targets


def loss_of(logits: torch.Tensor, targets: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Cross-entropy of the labels and of relevance, each where it is known, a token of the batch."""
    shares, relevance = targets[..., : models.LABELS], targets[..., models.LABELS]
    labelled, asked = ~shares[..., 0].isnan(), ~relevance.isnan()
    smooth = shares[labelled] * (1 - smoothing) + smoothing / models.LABELS
    labels = -(smooth * logits[..., : models.LABELS][labelled].log_softmax(-1)).sum()
    needed = F.binary_cross_entropy_with_logits(logits[..., models.LABELS][asked], relevance[asked], reduction="sum")
    return (labels + RELEVANCE_WEIGHT * needed) / (labelled | asked).sum().clamp(min=1)


def parameter_groups(classifier: models.Classifier, rate: float, decay: float) -> list[dict]:
    """The head learns fastest, each layer below it a little slower; biases and norms are not decayed."""
    depth = len(classifier.layers)
    groups = []
    for name, parameter in classifier.named_parameters():
        if name.startswith("head"):
            factor = 2.0
        elif name.startswith("layers."):
            factor = decay ** (depth - 1 - int(name.split(".")[1]))
        else:
            factor = decay**depth
        groups.append({"params": [parameter], "lr": rate * factor, "weight_decay": 0.01 if parameter.dim() > 1 else 0.0})
    return groups


def schedule(step: int, steps: int) -> float:
    """8 % warm-up, then linear decay to nothing."""
    warm = max(1, steps * 8 // 100)
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def save(path: Path, **state: object) -> None:
    """Writes a checkpoint so that an interruption leaves the old one whole."""
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    temporary.replace(path)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("role", choices=PASSES)
    parser.add_argument("--out", default=None, help="folder below build/; the role by default")
    parser.add_argument("--layers", type=int, default=None, choices=models.LAYERS, help="12 for a teacher, else 6")
    parser.add_argument("--rate", type=float, default=None, help="3e-4 for a student, else 2e-4")
    parser.add_argument("--layer-decay", type=float, default=0.95)
    parser.add_argument("--smoothing", type=float, default=0.02)
    parser.add_argument("--dropout", type=float, default=None, help="0.1 for a teacher, else 0")
    parser.add_argument("--tokens", type=int, default=4096, help="a batch")
    parser.add_argument("--some", type=int, default=None, help="use only so many texts of each kind (smoke run)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    teacher = options.role == "teacher"
    defaults = {"out": options.role, "layers": 12 if teacher else 6, "rate": 3e-4 if options.role == "student" else 2e-4, "dropout": 0.1 if teacher else 0.0}
    for name, value in defaults.items():
        if getattr(options, name) is None:
            setattr(options, name, value)
    return options


def main() -> None:
    options = arguments()
    out = BUILD / options.out
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(THREADS)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    special = tuple(tokenizer.token_to_id(name) for name in ("<s>", "</s>", "<pad>"))
    order = []
    for number, kinds in enumerate(PASSES[options.role]):
        windows = pass_windows(tokenizer, kinds, options.some, chance)
        found = batches(windows, options.tokens, chance)
        order += [(number, batch) for batch in found]
        print(f"pass {number + 1}: {', '.join(kinds)}: {len(found)} steps, {sum(map(len, windows)):,} tokens", flush=True)

    if options.role == "teacher":
        classifier = models.from_base(options.layers, options.dropout)
    elif options.role == "student":
        classifier = models.from_checkpoint(BUILD / "teacher" / "best.pt", options.layers, options.dropout)
    else:
        classifier = models.from_checkpoint(BUILD / "student" / "best.pt", None, options.dropout)
    optimizer = torch.optim.AdamW(parameter_groups(classifier, options.rate, options.layer_decay), fused=True)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: schedule(step + 1, len(order)))
    done, best, log, spent = 0, -math.inf, [], 0.0
    if (out / "last.pt").exists():
        state = torch.load(out / "last.pt", weights_only=True)
        classifier.load_state_dict(state["model"], strict=False)
        optimizer.load_state_dict(state["optimizer"])
        rates.load_state_dict(state["rates"])
        torch.set_rng_state(state["random"])
        done, best, log, spent = state["done"], state["best"], state["log"], state["spent"]
        print(f"going on after step {done}", flush=True)

    saved = clock = time.time()
    losses: list[float] = []
    while done < len(order):
        number, batch = order[done]
        ids, mask, targets = collated(batch, special)
        classifier.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = classifier(ids, mask)
        loss = loss_of(logits, targets, options.smoothing)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(classifier.parameters(), 1.0)
        optimizer.step()
        rates.step()
        optimizer.zero_grad(set_to_none=True)
        done += 1
        losses.append(loss.item())
        spent, clock = spent + time.time() - clock, time.time()
        if done % 20 == 0:
            print(f"step {done}/{len(order)} loss {np.mean(losses[-20:]):.4f} {spent / 60:.1f} min", flush=True)
        if done == len(order) or order[done][0] != number:
            reached = progress(classifier, tokenizer, options.some)
            log.append({"pass": number + 1, "minutes": round(spent / 60, 1), "loss": round(float(np.mean(losses)), 4), **reached})
            losses = losses[-20:]
            print(json.dumps(log[-1]), flush=True)
            if sum(reached.values()) > best:
                best = sum(reached.values())
                save(out / "best.pt", model=classifier.state_dict())
            (out / "log.json").write_text(json.dumps({"options": vars(options), "passes": log}, indent=1))
            clock = time.time()
        if time.time() - saved > CHECKPOINT_SECONDS or done == len(order):
            save(out / "last.pt", model=classifier.state_dict(), optimizer=optimizer.state_dict(), rates=rates.state_dict(),
                 random=torch.get_rng_state(), done=done, best=best, log=log, spent=spent)
            saved = time.time()


if __name__ == "__main__":
    main()
