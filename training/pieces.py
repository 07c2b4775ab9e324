"""Facts about single pieces of the vocabulary: which always stay, and what losing one costs."""
import unicodedata

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "THAI", "CJK", "HIRAGANA", "KATAKANA",
           "HANGUL", "KATAKANA-HIRAGANA", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH", "COMBINING", "ZERO", "VARIATION")
OTHER_SCRIPTS = ("ARMENIAN", "GEORGIAN", "ETHIOPIC", "MYANMAR", "MALAYALAM", "SINHALA", "KANNADA", "KHMER", "TELUGU",
                 "GUJARATI", "ORIYA", "BENGALI", "GURMUKHI", "LAO", "TAMIL", "BOPOMOFO", "SYRIAC", "CHAM", "CANADIAN",
                 "MONGOLIAN", "PHAGS-PA", "GOTHIC", "NKO", "TIBETAN")
UNKNOWN_SCORE = -31.0


def always_kept(piece: str) -> bool:
    """Special tokens, single letters of the supported scripts, and (also after a space) digits, marks and symbols."""
    character = piece.removeprefix("▁")
    if piece in SPECIAL or not character:
        return True
    if len(character) > 1:
        return False
    name = unicodedata.name(character, "?")
    if unicodedata.category(character)[0] in "LM":
        return len(piece) == 1 and name.split()[0] in SCRIPTS
    return not name.startswith(OTHER_SCRIPTS)


def extra_tokens(piece: str, kept: set[str], scores: dict[str, float]) -> int:
    """How many more tokens its text takes, segmented as Unigram would, if this piece were not kept; at least 1."""
    length = len(piece)
    best = [0.0] + [float("-inf")] * length
    count = [0] * (length + 1)
    for start in range(length):
        for end in range(start + 1, length + 1):
            part = piece[start:end]
            if end - start == length:
                continue
            if part in kept:
                score = best[start] + scores[part]
            elif end == start + 1:
                score = best[start] + UNKNOWN_SCORE
            else:
                continue
            if score > best[end]:
                best[end], count[end] = score, count[start] + 1
    return max(1, count[length] - 1)
