"""The classifier: a BERT encoder (post-norm, GELU) with some of the base's layers and a head of four numbers a token.

Three are the logits of the labels dropped, kept at light only, kept at both; the fourth is the logit of relevance: that
the question before the window needs the token.

Word embeddings are a frozen table; token types are folded into the positions.
"""
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from paths import BUILD, CHECKPOINT

LAYERS = {12: list(range(12)), 6: [0, 2, 4, 7, 9, 11], 4: [0, 4, 7, 11]}
LABELS = 3
HEADS = 12
EPSILON = 1e-12


class Layer(nn.Module):
    """One encoder layer."""

    def __init__(self, hidden: int, inner: int, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.attended = nn.Linear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, EPSILON)
        self.wide = nn.Linear(hidden, inner)
        self.narrow = nn.Linear(inner, hidden)
        self.output_norm = nn.LayerNorm(hidden, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        batch, length, hidden = x.shape
        heads = self.qkv(x).view(batch, length, 3, HEADS, hidden // HEADS).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(*heads, attn_mask=mask)
        attended = self.attended(attended.transpose(1, 2).reshape(batch, length, hidden))
        x = self.attention_norm(x + self.dropout(attended))
        return self.output_norm(x + self.dropout(self.narrow(F.gelu(self.wide(x)))))


class Classifier(nn.Module):
    """ids, mask: int64 [batch, sequence] -> logits float32 [batch, sequence, 4]."""

    def __init__(self, words: torch.Tensor, positions: int, layers: int, inner: int, dropout: float = 0.1):
        super().__init__()
        hidden = words.shape[1]
        self.register_buffer("words", words, persistent=False)
        self.positions = nn.Parameter(torch.zeros(positions, hidden))
        self.norm = nn.LayerNorm(hidden, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(hidden, inner, dropout) for _ in range(layers))
        self.head = nn.Linear(hidden, LABELS + 1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self.dropout(self.norm(self.words[ids] + self.positions[: ids.shape[1]]))
        visible = None if bool(mask.all()) else mask.bool()[:, None, None, :]
        for layer in self.layers:
            x = layer(x, visible)
        return self.head(x).float()


def keep_probability(logits: torch.Tensor) -> torch.Tensor:
    """Half for "kept at light only", whole for "kept at both"."""
    probability = logits[..., :LABELS].softmax(-1)
    return probability[..., 1] / 2 + probability[..., 2]


def relevance(logits: torch.Tensor) -> torch.Tensor:
    """How likely the question before the window needs the token."""
    return logits[..., LABELS].sigmoid()


def word_table() -> torch.Tensor:
    """The trimmed embedding table as float32 [vocabulary, hidden]; its values are exactly those of 4 bits."""
    stored = np.load(BUILD / "trim" / "words.npz")
    values, scales = stored["values"], stored["scales"].astype(np.float32) * stored["factors"].astype(np.float32)
    blocks = values.reshape(*scales.shape, -1).astype(np.float32) - 8
    return torch.from_numpy((blocks * scales[..., None]).reshape(values.shape))


def from_base(layers: int, dropout: float) -> Classifier:
    """So many of the base's layers with a fresh head."""
    base = {name: torch.from_numpy(array.copy()) for name, array in np.load(BUILD / "base" / "encoder.npz").items()}
    model = Classifier(word_table(), len(base["emb.pos"]), layers, len(base["l0.fi.b"]), dropout)
    state = {"positions": base["emb.pos"] + base["emb.type"][0], "norm.weight": base["emb.ln.w"],
             "norm.bias": base["emb.ln.b"]}
    names = {"attended": "ao", "attention_norm": "aln", "wide": "fi", "narrow": "fo", "output_norm": "oln"}
    for to, layer in enumerate(LAYERS[layers]):
        for kind, letter in (("weight", "w"), ("bias", "b")):
            state[f"layers.{to}.qkv.{kind}"] = torch.cat([base[f"l{layer}.{part}.{letter}"] for part in "qkv"])
            for name, short in names.items():
                state[f"layers.{to}.{name}.{kind}"] = base[f"l{layer}.{short}.{letter}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or set(missing) != {"head.weight", "head.bias"}:
        raise ValueError(f"weights do not fit: {missing} {unexpected}")
    nn.init.normal_(model.head.weight, std=0.02)
    nn.init.zeros_(model.head.bias)
    return model


def from_checkpoint(path: Path = CHECKPOINT, layers: int | None = None, dropout: float = 0.1) -> Classifier:
    """A trained classifier; with `layers` only so many of its twelve."""
    state = torch.load(path, map_location="cpu", weights_only=True)["model"]
    depth = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    chosen = range(depth) if layers is None else LAYERS[layers]
    if max(chosen) >= depth:
        raise ValueError(f"{path} has {depth} layers; {layers} of twelve were asked for")
    model = Classifier(word_table(), len(state["positions"]), len(chosen), state["layers.0.wide.bias"].shape[0], dropout)
    kept = {name: tensor for name, tensor in state.items() if not name.startswith("layers.")}
    for to, layer in enumerate(chosen):
        prefix = f"layers.{layer}."
        kept |= {f"layers.{to}.{name.removeprefix(prefix)}": tensor for name, tensor in state.items() if name.startswith(prefix)}
    if len(kept["head.bias"]) == LABELS:  # a teacher that knows no questions
        kept["head.weight"] = F.pad(kept["head.weight"], (0, 0, 0, 1))
        kept["head.bias"] = F.pad(kept["head.bias"], (0, 1), value=-2.0)
    missing, unexpected = model.load_state_dict(kept, strict=False)
    if unexpected or missing:
        raise ValueError(f"{path} does not fit: {missing} {unexpected}")
    return model.eval()
