"""The memory of the consulting room: what is known of each patient, and what comes of a changed line."""

import numpy as np

from helpers.widgets import room_texts as texts

SEEDS = 5  # starts over which accuracies are measured
HINT_AFTER = 3  # lines tried in vain until the line's number is told
PARTS = {"train": "accuracy on training images", "val": "accuracy on validation images"}


class Card:
    """The record card of one patient.

    ``findings``: {test: Finding} of the tests that were ordered. ``named``: the right illness was. ``mended``: a changed line
    left nothing to find. ``tries``: lines that did not. ``results``: accuracies of the program as it came, measured when needed.
    """

    def __init__(self, patient):
        self.patient, self.findings, self.results = patient, {}, None
        self.named, self.mended, self.tries = False, False, 0
        self.case = None

    def seen(self):
        """The patient's case, one for all tests, so that what one of them has trained is there for the next."""
        if self.case is None:
            self.case = self.patient.case()
        return self.case

    def losses(self):
        """What the patient's own training returns from a first start; None when it fails: the tests say so in a sentence."""
        try:
            with np.errstate(all="ignore"):
                return self.seen().trained()[1]
        except Exception:
            return None

    @property
    def closed(self):
        """Whether nothing is left to do: the illness is named, and the line is changed where one is ill."""
        return self.named and (self.mended or self.patient.line is None)

    def diagnose(self, illness):
        """What the room says to the name of an illness, as HTML; the right one is remembered."""
        named = texts.escaped(illness)
        if illness == self.patient.answer:
            self.named = True
            more = "" if self.patient.line is None or self.mended else " Now change the line that does it."
            return f"<b>Yes: {named}.</b> {texts.escaped(self.patient.rule)}{more}"
        seen = sum(finding.healthy is False for finding in self.findings.values())
        more = "Which of your findings would it not explain?" if seen else "No test on your card has found anything so far."
        return f"<b>No, not {named}.</b> {more}"

    def judge(self, found):
        """What a changed line amounts to, as HTML. found: {test: Finding} of the changed program, of all tests."""
        ill = [test for test, finding in found.items() if finding.healthy is False]
        if not ill:
            self.mended = True
            return "<b>With this line no test finds anything.</b>"
        self.tries += 1
        hint = self.tries >= HINT_AFTER and self.patient.line is not None
        return f"Still found by: {texts.escaped(', '.join(ill))}." + (
            f" A hint: look at line {self.patient.line}." if hint else ""
        )

    def means(self, after):
        """[(of what, mean before, mean after)] of the accuracies as it came and with the changed line."""
        return [(words, np.mean(self.results[part]), np.mean(after[part])) for part, words in PARTS.items()]
