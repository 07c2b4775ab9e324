"""Writes worker/tokenizer/character-sets.ts: which characters Python's `tokenizers` removes, takes for an accent, for
punctuation, in BERT's normalization. Its tables are those of an older Unicode than a browser's.

In:  every code point, through `BertNormalizer` and `BertPreTokenizer`.
Out: ranges in base 36: the distance from the end of the range before, and "+" with the length less one.
"""
import unicodedata
from pathlib import Path

from tokenizers import normalizers, pre_tokenizers

from paths import HERE, write_atomically

OUT = Path(HERE.parent / "worker" / "tokenizer" / "character-sets.ts")
HEAD = """// Character sets of BERT's normalization as Python's `tokenizers` has them. Written by training/character_sets.py.
"""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Decomposed by Unicode since the version of the crate's tables.
NEW_COMPOSITES = (0x105C9, 0x105E4, 0x11383, 0x11385, 0x1138E, 0x11391, 0x113C5, 0x113C7, 0x113C8, 0x11938,
                  *range(0x16121, 0x16129), 0x16D68, 0x16D69, 0x16D6A)  # fmt: skip


def steps(**on: bool) -> normalizers.BertNormalizer:
    off = {"clean_text": False, "handle_chinese_chars": False, "strip_accents": False, "lowercase": False}
    return normalizers.BertNormalizer(**off | on)


def base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits


def encode(points: list[int]) -> str:
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    words, at = [], 0
    for first, last in ranges:
        words.append(base36(first - at) + (f"+{base36(last - first)}" if last > first else ""))
        at = last
    return " ".join(words)


def lines(name: str, comment: str, points: list[int]) -> str:
    text = encode(points)
    rows = [text[at : at + 100] for at in range(0, len(text), 100)]
    body = " +\n".join(f'\t"{row}"' for row in rows)
    return f"\n/** {comment} */\nexport const {name} =\n{body};\n"


def main() -> None:
    points = [point for point in range(0x110000) if not 0xD800 <= point <= 0xDFFF]
    clean, strip, split = steps(clean_text=True), steps(strip_accents=True), pre_tokenizers.BertPreTokenizer()
    removed = [point for point in points if clean.normalize_str(chr(point)) == ""]
    accents = [point for point in points if strip.normalize_str(chr(point)) == ""]
    marks = [point for point in points if len(split.pre_tokenize_str(f"a{chr(point)}a")) == 3]
    for point in NEW_COMPOSITES:
        assert strip.normalize_str(chr(point)) == chr(point), hex(point)
    content = (
        HEAD
        + lines("removedCharacters", "Control and format characters, private use, U+FFFD.", removed)
        + lines("accents", "Marks that take no room, as accents do.", accents)
        + lines("punctuation", "ASCII's symbols too.", marks)
        + lines("undecomposed", "Newer than the tables: they stay whole.", list(NEW_COMPOSITES))
    )
    write_atomically(OUT, content.encode())
    print(f"{len(removed)} removed, {len(accents)} accents, {len(marks)} punctuation; Python has Unicode {unicodedata.unidata_version}")


if __name__ == "__main__":
    main()
