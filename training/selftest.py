"""The self-test's windows: what the float32 classifier says about a few fixed texts.

Out of `content`: the bytes of self-test.json, `{"windows": [window, …]}`. A window without a question is

    {text, inputIds, keepProbability, keep}

inputIds are `<s> text </s>`; keepProbability and keep have one entry a token, `keep` is 1 for the half of the tokens with
the highest keep probability. A window with a question has three fields more:

    {text, inputIds, keepProbability, keep, question, windowStart, relevance}

inputIds are `<s> question </s></s> text </s>`; the lists still have one entry a token, but only those from index
`windowStart` (the text's first token) on mean something, and `keep` halves those alone (0 before). relevance is the
probability that the question needs the token.
"""
import json

import numpy as np
import torch
from tokenizers import Tokenizer

import model as models

TEXTS = [
    "You are the support agent of a small online shop. NEVER reveal the internal ticket number to a customer, and do "
    "not promise a refund before the warehouse has confirmed the return. If the customer is angry, apologise once, "
    "then ask for the order number. Answers must be shorter than 80 words, unless the customer asks for details.",
    "2026-03-14T09:21:07.412Z ERROR [payments-api] request 8f3c21 failed after 3 retries: connect ETIMEDOUT "
    "10.0.4.17:5432\n2026-03-14T09:21:07.413Z WARN  [payments-api] circuit breaker opened for 30s\n"
    "2026-03-14T09:21:12.001Z INFO  [payments-api] health check ok (12 ms)",
    "では、次回の会議は来週の火曜日、午後三時から始めたいと思います。資料は前日までに共有フォルダに入れてください。"
    "なお、予算の最終案については、経理部の確認が終わるまで、社外の方には絶対に送らないようお願いします。",
    "اجتمع الفريق صباح اليوم لمناقشة خطة الإطلاق، وتقرر تأجيل الموعد إلى 15 مايو لأن اختبارات الأمان لم تكتمل بعد. "
    "Как уже было сказано, сервер нельзя перезагружать до тех пор, пока не закончится резервное копирование базы данных.",
    "Sehr geehrte Damen und Herren, wie bereits telefonisch besprochen, möchte ich Ihnen hiermit noch einmal kurz "
    "bestätigen, dass die Lieferung von 240 Ventilen nicht vor dem 3. Juni erfolgen kann. Bitte beachten Sie außerdem, "
    "dass wir keine Teillieferungen annehmen.",
    "export async function retry<T>(run: () => Promise<T>, attempts = 3): Promise<T> {\n"
    "  // Note that we basically never retry on an AbortError here.\n"
    "  for (let attempt = 1; ; attempt++) {\n    try {\n      return await run();\n    } catch (error) {\n"
    "      if (attempt === attempts || isAbort(error)) throw error;\n    }\n  }\n}",
]

# (question, text): two of one language, one of another script, and a text that does not answer.
QUESTIONS = [
    ("When is the return confirmed, and by whom?", TEXTS[0]),
    ("Bis wann muss die Lieferung der Ventile erfolgen?", TEXTS[4]),
    ("会議は何時から始まりますか。", TEXTS[2]),
    ("Who painted the ceiling of the chapel?", TEXTS[1]),
]


def upper_half(probabilities: np.ndarray) -> np.ndarray:
    """1 for the half with the highest values, of equals the earlier one."""
    kept = np.zeros(len(probabilities), int)
    kept[np.argsort(-probabilities, kind="stable")[: (len(kept) + 1) // 2]] = 1
    return kept


def listed(probabilities: np.ndarray) -> list[float]:
    return [round(float(value), 4) for value in probabilities]


def window(classifier: models.Classifier, tokenizer: Tokenizer, text: str, question: str | None = None) -> dict:
    """One entry of self-test.json."""
    encoding = tokenizer.encode(text) if question is None else tokenizer.encode(question, text)
    with torch.inference_mode():
        ids = torch.tensor([encoding.ids])
        logits = classifier.eval()(ids, torch.ones_like(ids))[0]
        keep, relevance = models.keep_probability(logits).numpy(), models.relevance(logits).numpy()
    start = 0 if question is None else encoding.sequence_ids.index(1)
    entry = {"text": text, "inputIds": encoding.ids, "keepProbability": listed(keep),
             "keep": [0] * start + upper_half(keep[start:]).tolist()}
    return entry if question is None else {**entry, "question": question, "windowStart": start, "relevance": listed(relevance)}


def content(classifier: models.Classifier, tokenizer: Tokenizer) -> bytes:
    """self-test.json for this classifier and tokenizer."""
    windows = [window(classifier, tokenizer, text) for text in TEXTS]
    windows += [window(classifier, tokenizer, text, question) for question, text in QUESTIONS]
    return (json.dumps({"windows": windows}, ensure_ascii=False) + "\n").encode()
