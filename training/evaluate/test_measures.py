"""Tests of the measures on texts small enough to see what is right: python -m unittest discover evaluate."""
import unittest

import numpy as np

import overlaps
import retention
import senses
from windows import WORD


def record(text: str, kept: str, language: str = "en", negations: tuple[str, ...] = (), **more: object) -> dict:
    """A record whose words are those of training and whose one selection, "bare 0.5", keeps the words in `kept`."""
    spans = [match.span() for match in WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    return {
        "key": "test", "text": text, "lang": language, "start": [start for start, _ in spans], "end": [end for _, end in spans],
        "kind": [0 if word[0].isalnum() else 1 for word in words], "reason": [5 if word in negations else 0 for word in words],
        "clause": [0] * len(words), "selections": {"bare 0.5": {"words": "".join("01"[word in kept.split()] for word in words)}}, **more,
    }


class Overlap(unittest.TestCase):
    def test_pooled(self) -> None:
        one = (np.array([0.9, 0.1, 0.5]), np.array([2, 0, 1]))
        other = (np.array([0.1, 0.9]), np.array([2, 0]))
        self.assertEqual(overlaps.overlap([one, other]), {"light": round(2 / 3, 4), "tight": 0.5})

    def test_scores_reach_the_parts_of_a_word(self) -> None:
        text = {"text": "a.b c", "start": [0, 4], "end": [3, 5], "keep": [0.75, 0.25], "levels": "22201"}
        scores, levels = overlaps.training_words(text)
        self.assertEqual((scores.tolist(), levels.tolist()), ([0.75, 0.75, 0.75, 0.25], [2, 2, 2, 1]))

    def test_calibration(self) -> None:
        self.assertEqual(overlaps.calibration([(np.array([0.5, 0.5]), np.array([2, 0]))])["error"], 0)
        self.assertEqual(overlaps.calibration([(np.array([0.9, 0.9]), np.array([2, 0]))])["error"], 0.4)

    def test_changed_decisions(self) -> None:
        plain, changed = [np.array([0.9, 0.8, 0.1, 0.2])], [np.array([0.9, 0.1, 0.8, 0.2])]
        self.assertEqual(overlaps.changed_decisions(plain, changed)["changed"], 0.5)


class Retention(unittest.TestCase):
    def test_all_words_of_one_answer(self) -> None:
        text = record("in May 1940, or so", "May 1940")
        kept = np.array([bool(int(digit)) for digit in text["selections"]["bare 0.5"]["words"]])
        for answers, survives in (([[3, 11]], True), ([[0, 11]], False), ([[0, 11], [7, 11]], True), ([[3, 12]], True)):
            self.assertEqual(retention.survives(text, kept, answers), survives, answers)


class Senses(unittest.TestCase):
    def test_inverted(self) -> None:
        for kept, found in (("reveal ticket colour", 1), ("never reveal ticket colour", 0), ("ticket", 0), ("", 0)):
            text = record("never reveal the ticket colour", kept, negations=("never",))
            self.assertEqual((senses.inverted_by_core(text, "bare 0.5")[0], len(senses.inverted_by_core(text, "bare 0.5")[1])), (1, found), kept)
            self.assertEqual(len(senses.inverted_by_checker(text, "bare 0.5")[1]), found, kept)

    def test_a_bracket_that_goes_as_a_whole(self) -> None:
        text = record("the probe landed on Monday (never confirmed elsewhere)", "probe landed Monday", negations=("never",))
        self.assertEqual(len(senses.inverted_by_core(text, "bare 0.5")[1]), 0)
        self.assertEqual(len(senses.inverted_by_core(text, "bare 0.5", cut=False)[1]), 1)

    def test_beside_kept_words(self) -> None:
        for text, kept, found in (("probes never landed", "probes landed", 1), ("probes landed hundreds, robots exploded never", "robots exploded", 1),
                                  ("robots exploded craters never landed", "robots exploded craters", 0)):
            own = record(text, kept, negations=("never",))
            self.assertEqual(len(senses.inverted_by_core(own, "bare 0.5", beside=True)[1]), found, text)

    def test_numbers(self) -> None:
        cases = {"took 90 days": ("90", 1, 1), "took 90 days.": ("90 days", 1, 0), "costs 1,200 euros": ("costs", 1, 0),
                 "rows 4200,350,1000": ("4200 1000", 1, 0), "at 10:30 h": ("10 30 h", 1, 1), "model v2": ("v2", 0, 0)}
        for text, (kept, numbers, half) in cases.items():
            of, found = senses.half_kept_numbers(record(text, kept), "bare 0.5")
            self.assertEqual((of, len(found)), (numbers, half), text)


if __name__ == "__main__":
    unittest.main()
