"""Step 8, quantize: the matrices in few bits such that the classifier's decisions stay.

In:  the trained classifier; passages and questions of `train`, to see what its activations are like.
Out of `Seen`, `column_matrix` and `block_matrix`: what export.py writes into the graphs.

At run time one scale serves all activations of a matrix. What comes out of Gelu differs most from token to token, so
export.py divides each token's row by its largest value. Elsewhere a few channels are ten times as large as the others:
part of that is moved into the weights, a channel is divided by a factor and its weights are multiplied by it
(SmoothQuant, arXiv 2211.10438). Weights are then rounded one input channel after another, each rounding error made good
by the channels still to come (GPTQ, arXiv 2210.17323).
"""
import itertools
import random
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

import model as models
from corpus_text import passages
from questions import questions
from windows import MAX_TOKENS, question_tokens

WINDOWS = 32  # of each kind
SMOOTHING = {"qkv": 0.5, "attended": 0.5, "wide": 0.5}
DAMPING = 0.01
SHRUNK = (1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6)
COLUMNS = 128  # rounded before the rest is corrected
BLOCK = 32


@dataclass
class Matrix:
    """A quantized matrix: result = (input / factors) · (values · scales)ᵀ; values [outputs, inputs]."""

    factors: np.ndarray
    values: np.ndarray
    scales: np.ndarray


class Seen:
    """What reached a dense layer: the largest value of each channel, and the channels' products with each other."""

    def __init__(self, channels: int):
        self.largest = np.zeros(channels, np.float32)
        self.products = np.zeros((channels, channels))

    def add(self, inputs: torch.Tensor) -> None:
        rows = inputs.reshape(-1, inputs.shape[-1])
        self.largest = np.maximum(self.largest, rows.abs().amax(0).numpy())
        self.products += (rows.T @ rows).double().numpy()


def calibration(tokenizer: Tokenizer) -> list[list[int]]:
    """Windows as they occur in use: single passages, several in one window, and texts after a question."""
    def ids(text: str) -> list[int]:
        return tokenizer.encode(text, add_special_tokens=False).ids

    chance = random.Random(1)
    train, asked = passages("train"), questions("train")
    bos, eos = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    found = [[bos, *ids(passage["text"])[:MAX_TOKENS], eos] for passage in chance.sample(train, min(WINDOWS, len(train)))]
    for _ in range(WINDOWS // 4):
        run = chance.randrange(max(1, len(train) - 8))
        together = itertools.chain.from_iterable(ids(passage["text"]) for passage in train[run : run + 8])
        found.append([bos, *itertools.islice(together, MAX_TOKENS), eos])
    for row in chance.sample(asked, min(WINDOWS, len(asked))):
        question = [bos, *question_tokens(tokenizer, row["question"]), eos, eos]
        found.append([*question, *ids(row["text"])[: MAX_TOKENS + 1 - len(question)], eos])
    return found


def observed(classifier: models.Classifier, windows: list[list[int]]) -> dict[str, Seen]:
    """Runs the windows and notes what every dense layer but the head gets."""
    dense = {name: layer for name, layer in classifier.named_modules() if isinstance(layer, torch.nn.Linear) and name != "head"}
    seen = {name: Seen(layer.in_features) for name, layer in dense.items()}
    hooks = [layer.register_forward_pre_hook(lambda _, inputs, name=name: seen[name].add(inputs[0].detach()))
             for name, layer in dense.items()]
    with torch.inference_mode():
        for window in windows:
            ids = torch.tensor([window])
            classifier.eval()(ids, torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    return seen


def channel_factors(name: str, largest: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Moves a part of the difference between channels from the activations into the weights."""
    smoothing = SMOOTHING.get(name.split(".")[-1])
    if smoothing is None:
        return np.ones(weight.shape[1], np.float32)
    factors = np.maximum(largest, 1e-3) ** smoothing / np.maximum(np.abs(weight).max(0), 1e-5) ** (1 - smoothing)
    return (factors / np.median(factors)).astype(np.float32)


def best_scales(groups: np.ndarray, importance: np.ndarray, low: int, high: int) -> np.ndarray:
    """A scale for each group of weights, of some that cut off its largest weights the one with the smallest error.

    groups: [outputs, groups, weights]; importance of an input's error: [groups, weights].
    """
    largest = np.maximum(np.abs(groups).max(-1), 1e-5) / high
    scales, least = largest.copy(), np.full(largest.shape, np.inf)
    for shrunk in SHRUNK:
        tried = (largest * shrunk)[..., None]
        error = ((groups - np.clip(np.rint(groups / tried), low, high) * tried) ** 2 * importance).sum(-1)
        better = error < least
        scales[better], least[better] = (largest * shrunk)[better], error[better]
    return scales


def rounded(weight: np.ndarray, scales: np.ndarray, products: np.ndarray, low: int, high: int) -> np.ndarray:
    """Values low … high [outputs, inputs] with as little error in the results as one can; a scale for each weight."""
    order = np.argsort(-np.diag(products), kind="stable")
    damped = products[np.ix_(order, order)] + np.eye(len(order)) * DAMPING * np.trace(products) / len(order)
    upper = np.linalg.cholesky(np.linalg.inv(damped)).T
    rest, scales = weight[:, order].astype(np.float64), scales[:, order]
    values = np.zeros(weight.shape, np.int8)
    for start in range(0, len(order), COLUMNS):
        end = min(start + COLUMNS, len(order))
        errors = np.zeros((len(weight), end - start))
        for column in range(start, end):
            chosen = np.clip(np.rint(rest[:, column] / scales[:, column]), low, high)
            values[:, order[column]] = chosen
            errors[:, column - start] = (rest[:, column] - chosen * scales[:, column]) / upper[column, column]
            rest[:, column + 1 : end] -= np.outer(errors[:, column - start], upper[column, column + 1 : end])
        rest[:, end:] -= errors @ upper[start:end, end:]
    return values


def column_matrix(name: str, weight: np.ndarray, seen: Seen, largest: int) -> Matrix:
    """Values up to ±largest and a scale for each output."""
    factors = channel_factors(name, seen.largest, weight)
    weight, products = weight * factors, seen.products / np.outer(factors, factors)
    scales = best_scales(weight[:, None], np.diag(products)[None], -largest, largest).astype(np.float32)
    return Matrix(factors, rounded(weight, np.broadcast_to(scales, weight.shape), products, -largest, largest), scales[:, 0])


def block_matrix(weight: np.ndarray, seen: Seen, bits: int) -> Matrix:
    """Values of so many bits and a float16 scale for each 32 of a row: scales [outputs, blocks]."""
    high = 2 ** (bits - 1) - 1
    groups = weight.reshape(len(weight), -1, BLOCK)
    scales = best_scales(groups, np.diag(seen.products).reshape(-1, BLOCK), -high - 1, high).astype(np.float16)
    each = np.repeat(scales.astype(np.float32), BLOCK, 1)
    return Matrix(np.ones(weight.shape[1], np.float32), rounded(weight, each, seen.products, -high - 1, high), scales)
