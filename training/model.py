"""The classifier: a BERT encoder (post-norm, GELU) with some of the base's layers and a head of three labels.

Word embeddings are a frozen table; token types are folded into the positions.
"""
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from paths import BUILD

LAYERS = [0, 2, 4, 7, 9, 11]
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
    """ids, mask: int64 [batch, sequence] -> logits float32 [batch, sequence, 3]."""

    def __init__(self, words: torch.Tensor, positions: int, layers: int, inner: int, dropout: float = 0.1):
        super().__init__()
        hidden = words.shape[1]
        self.register_buffer("words", words, persistent=False)
        self.positions = nn.Parameter(torch.zeros(positions, hidden))
        self.norm = nn.LayerNorm(hidden, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(hidden, inner, dropout) for _ in range(layers))
        self.head = nn.Linear(hidden, 3)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self.dropout(self.norm(self.words[ids] + self.positions[: ids.shape[1]]))
        visible = None if bool(mask.all()) else mask.bool()[:, None, None, :]
        for layer in self.layers:
            x = layer(x, visible)
        return self.head(x).float()


def keep_probability(logits: torch.Tensor) -> torch.Tensor:
    """Half for "kept at light only", whole for "kept at both"."""
    probability = logits.softmax(-1)
    return probability[..., 1] / 2 + probability[..., 2]


def word_table() -> torch.Tensor:
    """The trimmed embedding table as float32 [vocabulary, hidden]; its values are exactly those of 4 bits."""
    stored = np.load(BUILD / "trim" / "words.npz")
    values, scales = stored["values"], stored["scales"].astype(np.float32) * stored["factors"].astype(np.float32)
    blocks = values.reshape(*scales.shape, -1).astype(np.float32) - 8
    return torch.from_numpy((blocks * scales[..., None]).reshape(values.shape))


def from_base(layers: list[int] = LAYERS) -> Classifier:
    """The base's chosen layers with a fresh head."""
    base = {name: torch.from_numpy(array.copy()) for name, array in np.load(BUILD / "base" / "encoder.npz").items()}
    model = Classifier(word_table(), len(base["emb.pos"]), len(layers), len(base["l0.fi.b"]))
    state = {"positions": base["emb.pos"] + base["emb.type"][0], "norm.weight": base["emb.ln.w"],
             "norm.bias": base["emb.ln.b"]}
    names = {"attended": "ao", "attention_norm": "aln", "wide": "fi", "narrow": "fo", "output_norm": "oln"}
    for to, layer in enumerate(layers):
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


def from_checkpoint(path=BUILD / "train" / "best.pt") -> Classifier:
    """The trained classifier, ready for inference."""
    state = torch.load(path, map_location="cpu", weights_only=True)["model"]
    inner, layers = state["layers.0.wide.bias"].shape[0], 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))
    model = Classifier(word_table(), len(state["positions"]), layers, inner)
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or missing:
        raise ValueError(f"checkpoint does not fit: {missing} {unexpected}")
    return model.eval()
