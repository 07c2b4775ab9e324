"""The checker's own negations and restrictions, apart from those of the library, so that it does not only repeat them.

Whole words, any case; for languages whose negation is a word of its own. Each list is a few frequent words that are
nothing else in their language.
"""
import regex

WORDS = {
    "en": "not no never none nobody nothing neither nor without unless except only cannot",
    "de": "nicht kein keine keinen keinem keiner nie niemals ohne nur weder außer",
    "fr": "jamais rien aucun aucune sans sauf ni uniquement seulement",
    "es": "no nunca jamás nada nadie ningún ninguna sin salvo excepto solo sólo solamente tampoco",
    "it": "non mai niente nessun nessuno nessuna senza solo soltanto tranne",
    "pt": "não nunca jamais nada nenhum nenhuma sem exceto apenas somente",
    "nl": "niet geen nooit niemand zonder alleen behalve",
    "pl": "nie nigdy nikt żaden bez tylko",
    "ro": "nu niciodată nimic nimeni fără doar numai",
    "cs": "nikdy žádný bez pouze jen není nesmí nelze",
    "sv": "inte aldrig ingen inget inga utan endast bara",
    "tr": "değil asla hiçbir yalnızca sadece hariç yok",
    "vi": "không đừng chưa cấm",
    "id": "tidak bukan jangan tanpa belum hanya kecuali",
    "ru": "не нет никогда никто ничего без только нельзя кроме",
    "uk": "не немає ніколи ніхто без тільки лише",
    "el": "δεν μην ποτέ χωρίς μόνο εκτός",
    "ar": "لا لم لن ليس ليست بدون فقط",
    "he": "לא אין בלי ללא רק אסור",
    "fa": "نه نیست نباید هرگز بدون فقط",
    "hi": "नहीं मत बिना केवल सिर्फ",
}
SPELLINGS = {
    "en": r"\w+n['’]t",
    "fr": r"n['’](?=\w)|(?<=\bne\b.{1,40}?)\bpas\b|(?<=\bn['’].{1,40}?)\bpas\b",
    "zh": r"不(?:要|能|会|可|得|是|应)|没有|禁止|仅|只有|只能",
    "ja": r"ません|なかった|(?<=[らかがさたなばまわえけせてねべめれきしいり])ない(?=[。、でとのがか])|だけ|のみ|禁止",
    "ko": r"않\w*|없\w*|아닙\w*|못\s?하\w*|금지",
    "th": r"ไม่|ห้าม|อย่า(?!ง)|เท่านั้น",
}


def pattern(language: str) -> regex.Pattern | None:
    """Matches the negations of a language; None where the lists have none."""
    parts = []
    if language in WORDS:
        parts.append(r"\b(?:" + "|".join(WORDS[language].split()) + r")\b")
    if language in SPELLINGS:
        parts.append(SPELLINGS[language])
    return regex.compile("|".join(parts), regex.IGNORECASE) if parts else None
