"""Step 3, train: fine-tunes the chosen layers of the base on the corpus.

In:  build/base, build/trim, the tokenizer, the corpus.
Out: build/train/best.pt (the epoch with the best dev overlap), last.pt (to go on from after an interruption),
     log.json (what each epoch took and reached).
Use: python train.py [--epochs 4] [--fresh]; goes on from last.pt when there is one.
"""
import argparse
import json
import math
import time

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import model as models
from corpus_text import passages
from evaluate import dev_overlap
from paths import BUILD, MODEL
from windows import IGNORED, batches, epoch_windows

OUT = BUILD / "train"
CHECKPOINT_SECONDS = 180


def collated(batch: list[tuple[list[int], list[int]]], special: tuple[int, int, int]) -> tuple[torch.Tensor, ...]:
    """ids, mask, labels as int64 [windows, longest + 2], with <s>, </s> and padding."""
    bos, eos, pad = special
    longest = max(len(ids) for ids, _ in batch) + 2
    ids = torch.full((len(batch), longest), pad)
    labels = torch.full((len(batch), longest), IGNORED)
    mask = torch.zeros_like(ids)
    for row, (window, wanted) in enumerate(batch):
        end = len(window) + 2
        ids[row, :end] = torch.tensor([bos, *window, eos])
        labels[row, 1 : end - 1] = torch.tensor(wanted)
        mask[row, :end] = 1
    return ids, mask, labels


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
    """10 % warm-up, then linear decay to nothing."""
    warm = max(1, steps // 10)
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def save(path, **state) -> None:
    """Writes a checkpoint so that an interruption leaves the old one whole."""
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    temporary.replace(path)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--layer-decay", type=float, default=0.92)
    parser.add_argument("--smoothing", type=float, default=0.02)
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--passages", type=int, default=None, help="use only so many (smoke run)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fresh", action="store_true", help="ignore an earlier checkpoint")
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    OUT.mkdir(parents=True, exist_ok=True)

    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    special = tuple(tokenizer.token_to_id(name) for name in ("<s>", "</s>", "<pad>"))
    train, dev = passages("train")[: options.passages], passages("dev")[: options.passages]
    epochs = [batches(epoch_windows(tokenizer, train, options.seed * 1000 + epoch), options.tokens, epoch)
              for epoch in range(options.epochs)]
    order = [(epoch, batch) for epoch, found in enumerate(epochs) for batch in found]
    print(f"{len(order)} steps, {sum(len(ids) for _, batch in order for ids, _ in batch):,} tokens", flush=True)

    classifier = models.from_base()
    optimizer = torch.optim.AdamW(parameter_groups(classifier, options.rate, options.layer_decay), fused=True)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: schedule(step + 1, len(order)))
    done, best, log, spent = 0, -math.inf, [], 0.0
    if (OUT / "last.pt").exists() and not options.fresh:
        state = torch.load(OUT / "last.pt", weights_only=True)
        classifier.load_state_dict(state["model"], strict=False)
        optimizer.load_state_dict(state["optimizer"])
        rates.load_state_dict(state["rates"])
        torch.set_rng_state(state["random"])
        done, best, log, spent = state["done"], state["best"], state["log"], state["spent"]
        print(f"going on after step {done}", flush=True)

    def checkpoint() -> None:
        save(OUT / "last.pt", model=classifier.state_dict(), optimizer=optimizer.state_dict(), rates=rates.state_dict(),
             random=torch.get_rng_state(), done=done, best=best, log=log, spent=spent)

    saved = clock = time.time()
    losses: list[float] = []
    while done < len(order):
        epoch, batch = order[done]
        ids, mask, labels = collated(batch, special)
        classifier.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = classifier(ids, mask)
        loss = F.cross_entropy(logits.view(-1, 3), labels.view(-1), ignore_index=IGNORED, label_smoothing=options.smoothing)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(classifier.parameters(), 1.0)
        optimizer.step()
        rates.step()
        optimizer.zero_grad(set_to_none=True)
        done += 1
        losses.append(loss.item())
        spent, clock = spent + time.time() - clock, time.time()
        if done % 20 == 0:
            print(f"step {done}/{len(order)} loss {sum(losses[-20:]) / 20:.4f} {spent / 60:.1f} min", flush=True)
        if done == len(order) or order[done][0] != epoch:
            overlap = dev_overlap(classifier, tokenizer, dev)
            log.append({"epoch": epoch + 1, "minutes": round(spent / 60, 1), "loss": round(sum(losses) / len(losses), 4), **overlap})
            losses = losses[-20:]
            print(json.dumps(log[-1]), flush=True)
            if sum(overlap.values()) > best:
                best = sum(overlap.values())
                save(OUT / "best.pt", model=classifier.state_dict())
            (OUT / "log.json").write_text(json.dumps({"options": vars(options), "epochs": log}, indent=1))
            clock = time.time()
        if time.time() - saved > CHECKPOINT_SECONDS or done == len(order):
            checkpoint()
            saved = time.time()


if __name__ == "__main__":
    main()
