"""What the model has to reach: each bar with the measured value.

Bars are read off the report of measure.py. `met` is None where the report has no value (no checkpoint to compare with,
a model that reads no question).
"""
LEAST_PASSAGES = 5


def bar(name: str, value: float | None, goal: float, at_least: bool = True) -> dict:
    met = None if value is None else value >= goal if at_least else value <= goal
    return {"bar": name, "value": value, "goal": f"{'≥' if at_least else '≤'} {goal}", "met": met}


def ahead(retention: dict, mode: str, rate: str) -> float | None:
    """How far the model is above word rarity."""
    if "rarity" not in retention:
        return None
    return round(retention["model"][mode][rate] - retention["rarity"][mode][rate], 4)


def bars(report: dict) -> list[dict]:
    languages = {name: row["tight"] for name, row in report["dev"]["language"].items() if row["passages"] >= LEAST_PASSAGES}
    worst = min(languages, key=languages.get, default=None)
    kinds, retention = report["dev"]["kind"], report["retention"]
    senses, agreement, download = report["senses on dev"], report.get("agreement"), report.get("download")
    tight = {name: row["tight"] for name, row in kinds.items()}
    return [
        bar("overlap at tight", report["dev"]["overlap"]["tight"], 0.705),
        bar("overlap at light", report["dev"]["overlap"]["light"], 0.85),
        bar(f"worst language with {LEAST_PASSAGES} or more dev passages, tight ({worst})", languages.get(worst), 0.6),
        bar("system prompts (synthetic), tight", tight.get("system prompts"), 0.64),
        bar("logs (synthetic), tight", tight.get("logs"), 0.62),
        *(bar(f"retention above word rarity at {100 * float(rate):.0f} % of the tokens, {mode}", ahead(retention, mode, rate), goal)
          for rate, goal in (("0.33", 0.17), ("0.5", 0.14)) for mode in ("bare", "guards")),
        bar("retention with the question at 33 %", report["asked"]["model"]["guards"]["0.33"] if report.get("asked") else None, 0.85),
        bar("inverted clauses at 50 %, bare", senses["inverted clauses"]["bare 0.5"]["share"], 0.02, at_least=False),
        bar("inverted clauses at 50 %, with the guards", senses["inverted, whole clauses"]["guards 0.5"]["share"], 0, at_least=False),
        bar("int8 keeps float32's decisions, worst of 0.33, 0.5, 0.66", min(agreement.values()) if agreement else None, 0.99),
        bar("download for WASM, brotli, MB", round(download["total"] / 1e6, 2) if download else None, 25, at_least=False),
    ]
