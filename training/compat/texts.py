"""The texts of the recorded cases: passages of the corpus, and short ones written to meet one thing each."""
import gzip
import json
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "train.jsonl.gz"
LANGUAGES = ("en", "de", "ru", "zh", "ja", "ar", "hi", "ko", "th", "tr", "fr", "el")


def passages() -> dict[str, list[str]]:
    """Language -> its passages, in the corpus's order."""
    found: dict[str, list[str]] = {}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for passage in map(json.loads, lines):
            found.setdefault(passage["lang"], []).append(passage["text"])
    return found


def corpus() -> list[str]:
    """What the vocabularies are learnt from: about as much of every language."""
    return [text for texts in passages().values() for text in texts[:60]]


def texts() -> dict[str, str]:
    """Name -> text. Some are longer than a chunk (510 tokens), one of them has no full stop."""
    by_language = passages()
    found = {language: by_language[language][1][:700] for language in LANGUAGES}
    english = by_language["en"]
    found["long"] = "\n\n".join(english[:6])
    found["long de"] = " ".join(by_language["de"][2:8])
    found["long zh"] = "".join(by_language["zh"][:8])
    found["no stop"] = ", ".join(f"item {at} of the list" for at in range(260))
    return found | WRITTEN


WRITTEN = {
    "agreement": (
        "The tenant shall not sublet the flat without the landlord's written consent. Rent of 1,250.50 euros is due "
        "on the 3rd of each month; after 14 days a fee of 2.5 % is charged. Don't pay in cash, it's not accepted!"
    ),
    "lines": "Agenda\n\n1. Budget for 2025\n2. New hires\n   - two engineers\n   - one designer\n\nNotes:\tbring the figures.\n",
    "tags": "<task>Read <b>all</b> of it</task>\n<!-- note -->if (a<b && c>d) { return a[0] != b; } // done",
    "emoji": "Ship it 🚀🚀 today 👩‍👩‍👧, said Zoë… “Really?” — yes №5 ½ cup, naïve façade ﬁne ①②③",
    "mail": "Write to a.b-c@example.org or see https://example.org/a/b?c=1#d, file C:\\temp\\x.log, v1.2.3-rc.4, +49 (0)30 1234",
    "repeat": "no, no, no, no. yes. yes. yes, no, no. Well, well, well. and and and so so on, on, and. . . , , , end.",
    "marks": "a -> b ; c == d || e... (f) [g] {h} ### ## # ~~i~~ `j` $k$ %l% ^m^ &n& _o_ 'p' \"q\" q: r/s \\t",
    "digits": "In 1999 it was 3rd, then ٣٤ and १२३, x2y, 10e-5, 0x1F, four.",
    "unknown": "Runes ᚠᚢᚦ and 𐍈𐍉 stand here, then plain words follow ᛟ.",
    "contractions": "I'm sure they're not here; we've said it's John's, don't won't. Do not go . Really ? Yes !",
    "two words": "Hello world.",
    "one word": "Hello",
    "special": "The marks <s> and </s>, <mask>, [MASK] or [SEP] and [NEW0] stand in the text.",
}
