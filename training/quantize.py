"""Step 4, quantize: the matrices in int8 such that the classifier's decisions stay.

In:  the trained classifier, a few training passages to see what its activations are like.
Out of `int8_weights`: for each matrix its factors for the input channels, int8 values and a scale for each output.

One scale serves all activations of a matrix at run time, and a few channels are ten times as large as the others. Each
channel is therefore divided by a factor, and its weights are multiplied by it (SmoothQuant, arXiv 2211.10438). Weights
are then rounded one input channel after another, each rounding error made good by the channels still to come (GPTQ,
arXiv 2210.17323).
"""
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

import model as models
from evaluate import torch_scorer
from scoring import token_probabilities

SMOOTHING = 0.85
DAMPING = 0.01


@dataclass
class Matrix:
    """A quantized matrix: result = (input / factors) · (values · scales)ᵀ."""

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


def observed(classifier: models.Classifier, tokenizer: Tokenizer, passages: list[dict]) -> dict[str, Seen]:
    """Runs the passages and notes what every dense layer but the head gets."""
    dense = {name: layer for name, layer in classifier.named_modules() if isinstance(layer, torch.nn.Linear) and name != "head"}
    seen = {name: Seen(layer.in_features) for name, layer in dense.items()}
    hooks = [layer.register_forward_pre_hook(lambda _, inputs, name=name: seen[name].add(inputs[0].detach()))
             for name, layer in dense.items()]
    score = torch_scorer(classifier)
    for passage in passages:
        token_probabilities(score, tokenizer, passage["text"])
    for hook in hooks:
        hook.remove()
    return seen


def channel_factors(largest: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Moves most of the difference between channels from the activations into the weights."""
    factors = np.maximum(largest, 1e-3) ** SMOOTHING / np.maximum(np.abs(weight).max(0), 1e-5) ** (1 - SMOOTHING)
    return (factors / np.median(factors)).astype(np.float32)


def rounded(weight: np.ndarray, products: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 values [outputs, inputs] and a scale for each output, with as little error in the results as one can."""
    scales = np.maximum(np.abs(weight).max(1), 1e-8) / 127
    rest = weight.astype(np.float64)
    damped = products + np.eye(len(products)) * DAMPING * np.trace(products) / len(products)
    upper = np.linalg.cholesky(np.linalg.inv(damped)).T
    values = np.zeros(weight.shape, np.int8)
    for column in range(weight.shape[1]):
        values[:, column] = np.clip(np.rint(rest[:, column] / scales), -127, 127)
        error = (rest[:, column] - values[:, column] * scales) / upper[column, column]
        rest[:, column + 1 :] -= error[:, None] * upper[column, column + 1 :]
    return values, scales.astype(np.float32)


def int8_weights(classifier: models.Classifier, tokenizer: Tokenizer, passages: list[dict]) -> dict[str, Matrix]:
    """All dense layers but the head, by name."""
    matrices = {}
    for name, seen in observed(classifier, tokenizer, passages).items():
        weight = classifier.get_submodule(name).weight.detach().float().numpy()
        factors = channel_factors(seen.largest, weight)
        matrices[name] = Matrix(factors, *rounded(weight * factors, seen.products / np.outer(factors, factors)))
    return matrices
