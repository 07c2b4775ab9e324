"""The self-test's windows: what the float32 classifier says about a few fixed texts.

Out of `content`: the bytes of self-test.json, `{"windows": [{text, inputIds, keepProbability, keep}]}`; `keep` is 1 for
the half of the tokens with the highest keep probability.
"""
import json

import numpy as np
from tokenizers import Tokenizer

from evaluate import top, torch_scorer

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


def content(classifier, tokenizer: Tokenizer) -> bytes:
    """self-test.json for this classifier and tokenizer."""
    score = torch_scorer(classifier)
    windows = []
    for text in TEXTS:
        ids = tokenizer.encode(text).ids
        probabilities = np.array(score(ids))
        keep = top(probabilities, (len(ids) + 1) // 2)
        windows.append({"text": text, "inputIds": ids, "keepProbability": [round(float(p), 4) for p in probabilities],
                        "keep": [int(k) for k in keep]})
    return (json.dumps({"windows": windows}, ensure_ascii=False) + "\n").encode()
