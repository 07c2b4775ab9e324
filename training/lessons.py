"""What is trained on: texts with targets -> windows, anew for every pass.

A target row has four numbers: the shares of the three labels, and relevance to the question (NaN: nothing known).
"""
import json
import random
from collections import defaultdict

import numpy as np
from tokenizers import Tokenizer

import targets
from augment import augmented
from corpus_text import passages
from model import LABELS
from paths import BUILD
from questions import questions
from windows import MAX_TOKENS, QUESTION_TOKENS, Tokens, Window, cut, packed, question_tokens, tokenized

TEACHER_SHARE = 0.5  # of an annotated passage's targets, where there is a teacher
EVIDENCE = 0.6  # relevance of the sentence that holds an answer
STRANGE_QUESTION = 0.15  # share of windows without a question that get one that they do not answer
QUESTIONS, MEETINGS = 0.9, 0.25  # share of the questions that a pass reads; those about meetings are long, without short answers


def taught(name: str) -> list[np.ndarray] | None:
    """The teacher's shares of the labels for the units of each of a part's texts (or of the first ones), if it has spoken."""
    path = BUILD / "labels" / f"{name}.npz"
    if not path.exists():
        return None
    stored = np.load(path)
    return np.split(stored["shares"].astype(np.float32) / 255, np.cumsum(stored["units"])[:-1])


def raised(name: str, found: list[tuple[dict, np.ndarray]]) -> list[tuple[dict, np.ndarray]]:
    """Texts with targets, in which no negation is worth less than its clause."""
    with (BUILD / "negations" / f"{name}.jsonl").open() as lines:
        return [(passage, targets.with_negations(shares, json.loads(line))) for (passage, shares), line in zip(found, lines)]


def annotated_texts(some: int | None) -> list[tuple[dict, np.ndarray]]:
    """The training passages with their targets, half annotation and half teacher."""
    found = [(passage, targets.annotated(passage)) for passage in passages("train")[:some]]
    shares = taught("train")
    if shares is None:
        return found
    return raised("train", [(passage, (1 - TEACHER_SHARE) * own + TEACHER_SHARE * targets.of_units(passage["text"], share))
                            for (passage, own), share in zip(found, shares)])


def taught_texts(some: int | None) -> list[tuple[dict, np.ndarray]]:
    """The unlabelled texts with the teacher's targets."""
    return raised("unlabelled", [(passage, targets.of_units(passage["text"], share))
                                 for passage, share in zip(passages("unlabelled")[:some], taught("unlabelled") or [])])


def with_relevance(shares: np.ndarray, relevance: float) -> np.ndarray:
    """[characters, 4]"""
    return np.concatenate([shares, np.full((len(shares), 1), relevance, np.float32)], 1)


def plain_windows(tokenizer: Tokenizer, texts: list[tuple[dict, np.ndarray]], chance: random.Random) -> list[Window]:
    """All texts once, some of them changed, packed with others of their source and language; a few windows get a question
    of their language, about something else."""
    groups = defaultdict(list)
    for passage, shares in chance.sample(texts, len(texts)):
        groups[passage["source"], passage["lang"]].append((passage["text"], shares))
    asked = defaultdict(list)
    for row in questions("train"):
        asked[row["lang"]].append(row["question"])
    everything = [question for some in asked.values() for question in some]
    windows = []
    for (_, language), group in groups.items():
        parts: list[Tokens] = []
        for text, shares in group:
            text, origins = augmented(text, list(range(len(text))), chance)
            parts += cut(tokenized(tokenizer, text, with_relevance(shares, np.nan)[origins]), MAX_TOKENS)
        for tokens in packed(parts, chance):
            question: list[int] = []
            if chance.random() < STRANGE_QUESTION:
                question = question_tokens(tokenizer, chance.choice(asked.get(language) or everything))
                tokens = tokens.part(0, MAX_TOKENS - 2 - len(question))
                tokens.targets[:, LABELS] = 0
            windows.append(Window(question, tokens))
    return windows


def question_texts() -> list[str]:
    """The different texts of the training questions."""
    return list(dict.fromkeys(row["text"] for row in questions("train")))


def relevant(row: dict, shares: np.ndarray | None) -> np.ndarray:
    """Targets [characters, 4] of a row: relevance, and what the teacher says if it has read the text."""
    unknown = np.full((len(row["text"]), LABELS), np.nan, np.float32)
    result = with_relevance(unknown if shares is None else shares, 0)
    if not row.get("negative"):
        for start, end in row["evidence"]:
            result[start:end, LABELS] = EVIDENCE
        for start, end in row["answers"]:
            result[start:end, LABELS] = 1
    return result


def question_windows(tokenizer: Tokenizer, some: int | None, chance: random.Random) -> list[Window]:
    """Questions about their texts; of a text longer than a window what the question needs, and one part more."""
    taught_here = [({"text": text}, targets.of_units(text, share)) for text, share in zip(question_texts(), taught("questions") or [])]
    shares = {passage["text"]: known for passage, known in raised("questions", taught_here)}
    windows = []
    for row in questions("train")[:some]:
        if chance.random() > (MEETINGS if row["source"] == "qmsum" else QUESTIONS):
            continue
        text, origins = augmented(row["text"], list(range(len(row["text"]))), chance)
        asked, _ = augmented(row["question"], list(range(len(row["question"]))), chance)
        question = question_tokens(tokenizer, asked)
        parts = cut(tokenized(tokenizer, text, relevant(row, shares.get(row["text"]))[origins]), MAX_TOKENS - 2 - len(question))
        others = [part for part in parts if not (part.targets[:, LABELS] > 0).any()]
        chosen = [part for part in parts if (part.targets[:, LABELS] > 0).any()] + chance.sample(others, min(1, len(others)))
        windows += [Window(question, part) for part in chosen if len(part)]
    return windows
