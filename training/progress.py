"""How good a classifier is while it trains: overlap with the annotation on dev, and answers that survive on some of the
evaluation questions. Quick and in float32; what ships is measured by evaluate/.
"""
import numpy as np
import torch
from tokenizers import Tokenizer

import model as models
from corpus_text import character_levels, passages
from questions import questions
from scoring import overlap, top, word_scores
from windows import MAX_TOKENS, cut, most, question_tokens, tokenized

QUESTIONS = 240
KEPT = 0.33  # share of the tokens


def logits_of(classifier: models.Classifier, ids: list[int]) -> torch.Tensor:
    with torch.inference_mode():
        tensor = torch.tensor([ids])
        return classifier(tensor, torch.ones_like(tensor))[0]


def dev_words(classifier: models.Classifier, tokenizer: Tokenizer, some: int | None) -> list[tuple[np.ndarray, np.ndarray]]:
    """Scores and annotated levels of the words of every dev passage."""
    bos, eos = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    words = []
    for passage in passages("dev")[:some]:
        encoding = tokenizer.encode(passage["text"], add_special_tokens=False)
        parts = cut(tokenized(tokenizer, passage["text"], np.zeros((len(passage["text"]), 1), np.float32)), MAX_TOKENS)
        found = [models.keep_probability(logits_of(classifier, [bos, *part.ids, eos])[1:-1]).numpy() for part in parts]
        spans, scores = word_scores(passage["text"], encoding.offsets, np.concatenate(found))
        levels = character_levels(passage)
        words.append((scores, np.array([most(levels[start:end]) for start, end in spans])))
    return words


def answers_kept(classifier: models.Classifier, tokenizer: Tokenizer, some: int | None) -> dict[str, float]:
    """Of questions about texts of one window: how many have all tokens of an answer among the third that ranks first,
    by relevance when the question is given, and by keep probability when it is not."""
    bos, eos = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    asked, alone, count = 0, 0, 0
    for row in [row for row in questions("evaluation") if row["answers"] and not row.get("negative")][: min(QUESTIONS, some or QUESTIONS)]:
        encoding = tokenizer.encode(row["text"], add_special_tokens=False)
        question = question_tokens(tokenizer, row["question"])
        if len(encoding.ids) > MAX_TOKENS - 2 - len(question):
            continue
        keep = round(KEPT * len(encoding.ids))
        logits = logits_of(classifier, [bos, *question, eos, eos, *encoding.ids, eos])[len(question) + 3 : -1]
        relevance, probability = models.relevance(logits).numpy(), models.keep_probability(logits).numpy()
        with_question = top(relevance + (1 - relevance) * probability * 0.5 * relevance.max(), keep)
        without = top(models.keep_probability(logits_of(classifier, [bos, *encoding.ids, eos])[1:-1]).numpy(), keep)
        answers = [[index for index, (start, end) in enumerate(encoding.offsets) if end > first and start < last]
                   for first, last in row["answers"]]
        asked += any(with_question[answer].all() for answer in answers)
        alone += any(without[answer].all() for answer in answers)
        count += 1
    return {"asked": round(asked / max(count, 1), 4), "unasked": round(alone / max(count, 1), 4)}


def progress(classifier: models.Classifier, tokenizer: Tokenizer, some: int | None) -> dict[str, float]:
    """Light, tight, and the share of answers kept with and without the question."""
    classifier.eval()
    return {**overlap(dev_words(classifier, tokenizer, some)), **answers_kept(classifier, tokenizer, some)}
