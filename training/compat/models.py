"""Three tiny token classifiers with random weights, one a tokenizer family, in folders that LLMLingua accepts.

LLMLingua tells the family by the model's name, so a folder's path holds the name of the model it stands for. The
vocabularies are learnt from the corpus: small, so that the recorded cases hold words of several pieces and unknown
characters.
"""
import json
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    BertConfig,
    BertForTokenClassification,
    BertTokenizerFast,
    XLMRobertaConfig,
    XLMRobertaForTokenClassification,
    XLMRobertaTokenizerFast,
)

VOCABULARY = 8000
SIZE = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64, "num_labels": 2}

# Family -> folder below the working folder.
FOLDERS = {
    "xlm-r": "xlm-roberta-large",
    "bert-cased": "cased/bert-base-multilingual-cased",
    "bert-uncased": "uncased/bert-base-multilingual-cased",
}


def make_models(work: Path, corpus: list[str], embedded_tokenizer: Path) -> None:
    tokenizers = {
        "xlm-r": xlm_r_tokenizer(corpus, embedded_tokenizer),
        "bert-cased": bert_tokenizer(corpus, lower_case=False),
        "bert-uncased": bert_tokenizer(corpus, lower_case=True),
    }
    for seed, (family, folder) in enumerate(FOLDERS.items()):
        tokenizer = tokenizers[family]
        torch.manual_seed(seed)
        model = xlm_r_model(tokenizer) if family == "xlm-r" else bert_model(tokenizer)
        spread(model)
        model.save_pretrained(work / folder)
        tokenizer.save_pretrained(work / folder)


def xlm_r_tokenizer(corpus: list[str], embedded_tokenizer: Path, vocabulary: int = VOCABULARY) -> XLMRobertaTokenizerFast:
    """Unigram behind the normalization and the pre-tokenization of xlm-roberta-large's tokenizer.json."""
    normalizer = json.loads(embedded_tokenizer.read_text("utf-8"))["normalizer"]
    charsmap = normalizer["normalizers"][0] if normalizer["type"] == "Sequence" else normalizer
    tokenizer = Tokenizer(models.Unigram())
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    splits = {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, metaspace]}
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    state = json.loads(tokenizer.to_str()) | {"normalizer": charsmap, "pre_tokenizer": splits}
    tokenizer = Tokenizer.from_str(json.dumps(state))
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trainer = trainers.UnigramTrainer(
        vocab_size=vocabulary, special_tokens=special, unk_token="<unk>", show_progress=False
    )
    tokenizer.train_from_iterator(corpus, trainer)
    tokenizer.post_processor = between(tokenizer, "<s>", "</s>")
    return XLMRobertaTokenizerFast(tokenizer_object=tokenizer, clean_up_tokenization_spaces=True)


def bert_tokenizer(corpus: list[str], lower_case: bool, vocabulary: int = VOCABULARY) -> BertTokenizerFast:
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lower_case)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    trainer = trainers.WordPieceTrainer(
        vocab_size=vocabulary, limit_alphabet=vocabulary // 4, special_tokens=special, show_progress=False
    )
    tokenizer.train_from_iterator(corpus, trainer)
    tokenizer.post_processor = between(tokenizer, "[CLS]", "[SEP]")
    return BertTokenizerFast(
        tokenizer_object=tokenizer, do_lower_case=lower_case, clean_up_tokenization_spaces=True
    )


def between(tokenizer: Tokenizer, first: str, last: str) -> processors.TemplateProcessing:
    special = [(token, tokenizer.token_to_id(token)) for token in (first, last)]
    return processors.TemplateProcessing(single=f"{first} $A {last}", special_tokens=special)


def xlm_r_model(tokenizer: XLMRobertaTokenizerFast, size: dict = SIZE) -> XLMRobertaForTokenClassification:
    ids = {"bos_token_id": 0, "pad_token_id": 1, "eos_token_id": 2, "type_vocab_size": 1}
    config = XLMRobertaConfig(vocab_size=len(tokenizer), max_position_embeddings=514, **ids, **size)
    return XLMRobertaForTokenClassification(config)


def bert_model(tokenizer: BertTokenizerFast, size: dict = SIZE) -> BertForTokenClassification:
    return BertForTokenClassification(BertConfig(vocab_size=len(tokenizer), **size))


def spread(model: torch.nn.Module) -> None:
    """A head that says more than "about a half": probabilities all over 0 to 1, without ties."""
    with torch.no_grad():
        model.classifier.weight.normal_(0, 0.25)
