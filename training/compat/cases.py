"""The recorded cases: texts and options of `compress_prompt` and `structured_compress_prompt`."""
from texts import LANGUAGES, WRITTEN, texts

RATES = (0.05, 0.2, 0.25, 0.33, 0.5, 0.66, 0.75, 0.9, 0.99, 1.0)

FORCED = {
    "marks": {"force_tokens": [".", ",", "!", "?", "\n"]},
    "words": {"force_tokens": ["not", "shall", "landlord's", "written consent", "no", "and"]},
    "parts": {"force_tokens": ["e", "en", "1", "NEW", "do not", "Do not", "yes."]},
    "tags": {"force_tokens": ["<task>", "</b>", "#", "->", "||", "..."]},
    "digits": {"force_reserve_digit": True},
    "digits and marks": {"force_reserve_digit": True, "force_tokens": ["\n", ".", ":"]},
    "dropped": {"drop_consecutive": True, "force_tokens": [",", ".", "no", "and", "\n", "▁no"]},
    "dropped digits": {"drop_consecutive": True, "force_reserve_digit": True, "force_tokens": [",", ".", "\n"]},
    "dropped, none forced": {"drop_consecutive": True},
    "first piece": {"token_to_word": "first"},
}

FILTERS = {
    "of its own": {"rate": 0.5},
    "of its own, to tokens": {"target_token": 120},
    "contexts": {"rate": 0.5, "target_context": 2},
    "one context": {"rate": 0.7, "target_context": 1, "force_tokens": ["\n", "."]},
    "context rate": {"rate": 0.4, "context_level_rate": 0.6},
    "context tokens": {"rate": 0.4, "context_level_target_token": 200},
    "both tokens": {"target_token": 100, "context_level_target_token": 200},
    "forced contexts": {"rate": 0.4, "target_context": 1, "force_context_ids": [0, 3]},
    "only contexts": {"rate": 0.5, "use_token_level_filter": False},
    "only contexts, to tokens": {"target_token": 150, "use_token_level_filter": False},
    "digits": {"rate": 0.5, "target_context": 3, "force_reserve_digit": True, "drop_consecutive": True},
    "no filter": {"rate": 0.5, "use_context_level_filter": False},
    "no filter, to tokens": {"target_token": 200, "use_context_level_filter": False},
    "no filter at all": {"rate": 0.5, "use_context_level_filter": False, "use_token_level_filter": False},
}

STRUCTURED = {
    "tags": (
        ["<llmlingua, compress=False>Speaker 4:</llmlingua><llmlingua, rate=0.4> Thank you. And can we do the functions "
         "for content? Items I believe are 11, three, 14, 16 and 28.</llmlingua><llmlingua> The rest follows.</llmlingua>"],
        {"rate": 0.5},
    ),
    "bare": (["No tags here, the whole is one part of the text."], {"rate": 0.4}),
    "open": (["first part</llmlingua><llmlingua, compress=True, rate=0.6>second part of the text"], {"rate": 0.5}),
    "order": (
        ["<llmlingua,rate = 0.3 ,compress = True >One of them here.</llmlingua>"
         "<llmlingua , rate=0.3>Lost by a space.</llmlingua><llmlingua, compress=False, rate=0.9>Two of them.</llmlingua>"],
        {"rate": 0.6},
    ),
    "lost": (["<llmlingua, rate=0.5>if a < b then stop</llmlingua><llmlingua>else go on with it</llmlingua>"], {"rate": 0.5}),
    "outside": (["<llmlingua>inside</llmlingua> outside of it <llmlingua>inside again, and more</llmlingua>"], {"rate": 0.7}),
    "lines": (["<llmlingua>First line.\n\nSecond  line\tof it.</llmlingua>\n<llmlingua>\nThird.</llmlingua>"], {"rate": 0.6}),
    "to tokens": (["<llmlingua>The tenant shall not sublet the flat without consent.</llmlingua>"], {"target_token": 8}),
    "several": (
        ["<llmlingua>The first context speaks of money.</llmlingua>", "<llmlingua, rate=0.2>The second of time.</llmlingua>",
         "The third of nothing at all.", "<llmlingua, compress=False>The fourth must stay.</llmlingua>"],
        {"rate": 0.5},
    ),
    "several, forced": (
        ["<llmlingua>The first context.</llmlingua>", "<llmlingua>The second.</llmlingua>", "<llmlingua>The third one.</llmlingua>"],
        {"rate": 0.3, "force_context_ids": [1], "use_context_level_filter": True},
    ),
    "several, unfiltered": (
        ["<llmlingua>The first context.</llmlingua>", "<llmlingua>The second.</llmlingua>"],
        {"rate": 0.8, "use_context_level_filter": False},
    ),
}


def cases() -> list[dict]:
    known = texts()
    found = []

    def add(name: str, contexts: list[str], **options) -> None:
        found.append({"name": name, "contexts": contexts, "options": options})

    for rate in RATES:
        add(f"agreement at {rate}", [known["agreement"]], rate=rate)
        add(f"long at {rate}", [known["long"]], rate=rate)
    for name in [*LANGUAGES[1:], *WRITTEN]:
        for rate in (0.33, 0.6):
            add(f"{name} at {rate}", [known[name]], rate=rate)
    for name in ("tags", "emoji", "lines", "unknown", "special"):
        add(f"{name} whole", [known[name]], rate=1.0)
    for name in ("long de", "long zh", "no stop"):
        add(f"{name} at 0.5", [known[name]], rate=0.5)
        add(f"{name}, line ends", [known[name]], rate=0.4, force_tokens=["\n", ","], chunk_end_tokens=[",", "\n"])
    for target in (1, 20, 50, 200, 10_000):
        add(f"agreement to {target} tokens", [known["agreement"]], target_token=target)
    add("long to 333 tokens", [known["long"]], target_token=333)
    for name, options in FORCED.items():
        for text in ("agreement", "repeat", "lines", "tags"):
            add(f"{text}, forced {name}", [known[text]], rate=0.4, **options)
        add(f"contractions, forced {name}", [known["contractions"]], rate=0.7, **options)
        add(f"digits, forced {name}, whole", [known["digits"]], rate=1.0, **options)
        add(f"long, forced {name}", [known["long"]], rate=0.3, **options)
    for stops in (["."], [","], ["the", "▁the"], []):
        add(f"long, chunks end at {stops}", [known["long"]], rate=0.5, chunk_end_tokens=stops)
    several = [known[name] for name in ("agreement", "long", "de", "lines", "repeat")]
    for name, options in FILTERS.items():
        add(f"several, {name}", several, **options)
    add("several with an empty one", [known["de"], "", known["ru"]], rate=0.5, use_context_level_filter=False)
    add("empty", [""], rate=0.5)
    add("blank", [" \n "], rate=0.5)
    for name, (contexts, options) in STRUCTURED.items():
        found.append({"name": f"structured, {name}", "contexts": contexts, "options": options, "structured": True})
    return found
