"""Writes worker/tokenizer/fixtures: what Python's `tokenizers` says about ids and offsets, for the worker's tests.

In:  public/models/embedded/tokenizer.json, the BERT vocabularies of compat/golden, the corpus, and texts generated here.
Out: offsets.json, bert-cased.json, bert-uncased.json: [{"text", "ids", "offsets"}]; ids without special tokens; offsets
     as a flat list start, end, start, end, … in UTF-16 code units.
"""
import gzip
import json
import random
from pathlib import Path

from tokenizers import Tokenizer

from corpus_text import passages
from paths import HERE, MODEL, write_atomically

OUT = Path(HERE.parent / "worker" / "tokenizer" / "fixtures")
CORPUS_TEXTS, GENERATED_TEXTS, LONGEST = 220, 140, 420
FRAGMENTS = [
    "hello", "World", "NEVER", "don’t", "naïve", "cafe\u0301", "A\u030angstro\u0308m", "e\u0301\u0323\u0302", "ﬁne", "oﬃce", "ǆ", "Ⅷ", "①②", "½",
    "🙂", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪🇯🇵", "❤️", "𝒜𝓁𝓅𝒽𝒶", "𝟘𝟙", "𠮷野家", "𐍈", "ＡＢＣ１２３", "ﾊﾝｶｸ", "ｶﾞｷﾞ", "！？", "㍿", "㎏", "…", "‥", "東京都", "は、",
    "日本語です。", "中文没有空格", "한국어", "\u1112\u1161\u11ab", "ไทย", "ภาษาไทยไม่มีช่องว่าง", "العربيّة", "لا إله", "ﷺ", "ﻻ", "עִבְרִית", "שלום", "فارسی‌ها", "हिन्दी", "क्षि", "Ελληνικά",
    "ΣΊΣΥΦΟΣ", "İstanbul", "ıI", "straße", "STRAẞE", "soft\u00adhyphen", "zero\u200bwidth", "no\u2060break", "\ufeffbom", "\u200e\u200fmarks", "a\u00a0b", "a\u3000b", "a\u2003b", "a\u2028b",
    "\x00", "a\x00b", "\x07", "\x1b[31m", "\x7f", "\x85", "\u0094", "\ufffd", "\ue000", "\u0378", "src/core/select.ts", "https://example.org/a?b=c#d", "v1.2.3-rc.1", "2026-03-14T09:21:07Z",
    "user@example.com", "{{name}}", "<b>", "</b>", "```js", "**bold**", "|---|", "- [ ]", "#", "$12,000.50", "100%", "™", "№", "ℌ", "Å", "µ", "‘’“”", "«»", "‽", "▁", "▁▁a", "<s>", "</s>", "<unk>", "<mask>",
    "ᾳ", "ΐ", "ﬀ", "ʼn", "ŉ", "ẖ", "ǰ", "\u0345", "\u0300", "\u20dd", "\ufe0f", "\u200d", "\u1fbf", "ｰ", "゛", "가나", "각", "ㄱㄴ", "ﾡ",
]
SEPARATORS = [" ", " ", " ", "", "", "  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u3000", " \n ", "\u200b"]


def generated(chance: random.Random) -> str:
    """A few fragments with any separators, now and then with white space around."""
    parts = []
    for _ in range(chance.randint(1, 14)):
        parts += [chance.choice(FRAGMENTS), chance.choice(SEPARATORS)]
    return "".join(parts) if chance.random() < 0.3 else "".join(parts[:-1])


def texts() -> list[str]:
    """Corpus samples of every language, every fragment, and generated text."""
    chance = random.Random(7)
    by_language: dict[str, list[str]] = {}
    for passage in passages("train"):
        by_language.setdefault(passage["lang"], []).append(passage["text"])
    found = []
    while len(found) < CORPUS_TEXTS:
        for language in sorted(by_language):
            text = chance.choice(by_language[language])
            start = chance.randrange(max(1, len(text) - LONGEST))
            found.append(text[start : start + LONGEST])
    fragments = ["".join(FRAGMENTS[i : i + 4]) for i in range(0, len(FRAGMENTS), 4)] + [" ".join(FRAGMENTS[i : i + 4]) for i in range(0, len(FRAGMENTS), 4)]
    long = ["x" * 3000, "ab" * 800, "東京" * 500, "0123456789" * 150, "é" * 700, "🙂" * 300, " " * 50, "", " ", "\n", "a" + " " * 40 + "b"]
    return found + FRAGMENTS + fragments + long + [generated(chance) for _ in range(GENERATED_TEXTS)]


def units(text: str) -> list[int]:
    """For each code point's index (and the end) its place in UTF-16 code units."""
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if ord(character) > 0xFFFF else 1))
    return places


BERT_MARKS = ["[CLS]", "[SEP]a", "x[MASK] y", "[UNK]", "[cls]", "##ing", "a##b", "x" * 100, "x" * 101, "é" * 101, "🙂" * 60, "e\u0301" * 60, "Ǆ", "ﬃ", "Ǻ̧"]


def write(name: str, tokenizer: Tokenizer, texts: list[str]) -> None:
    rows = []
    for text in dict.fromkeys(texts):
        encoding = tokenizer.encode(text, add_special_tokens=False)
        place = units(text)
        rows.append({"text": text, "ids": encoding.ids, "offsets": [place[end] for pair in encoding.offsets for end in pair]})
    content = "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n"
    write_atomically(OUT / name, content.encode())
    print(f"{len(rows)} texts, {len(content) / 1e6:.2f} MB -> {OUT / name}")


def main() -> None:
    write("offsets.json", Tokenizer.from_file(str(MODEL / "tokenizer.json")), texts())
    for family in ("bert-cased", "bert-uncased"):
        golden = json.loads(gzip.decompress((HERE / "compat" / "golden" / f"{family}.json.gz").read_bytes()))
        write(f"{family}.json", Tokenizer.from_str(json.dumps(golden["tokenizer"])), texts()[::2] + FRAGMENTS + BERT_MARKS)


if __name__ == "__main__":
    main()
