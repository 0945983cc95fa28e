"""The memory of the consulting room: what is known of each patient, and what comes of a changed line."""

import numpy as np

from helpers.widgets import room_texts as texts

SEEDS = 5  # starts over which accuracies are measured
HINT_AFTER = 3  # lines tried in vain until the line's number is told
ENOUGH = 5  # tests that must be ordered before a patient can be called healthy
KEPT = {"x_train": "training pictures", "x_val": "validation pictures"}
PARTS = {"train": "accuracy on training images", "val": "accuracy on validation images"}


class Card:
    """The record card of one patient.

    ``findings``: {test: Finding} of the tests that were ordered. ``named``: the right illness was. ``mended``: a changed line
    left nothing to find. ``tries``: lines that did not. ``results``: accuracies of the program as it came, measured when needed.
    What the screen showed when the patient left: ``answer`` and ``illness``, ``tried`` (text of the changed program, number of
    the line, what came of it as HTML; None without one) and ``typed`` (number and text of the two fields).

    healthy: names that say that nothing is wrong. tests: how many tests there are to order.
    """

    def __init__(self, patient, healthy=(), tests=ENOUGH):
        self.patient, self.findings, self.results = patient, {}, None
        self.named, self.mended, self.tries = False, False, 0
        self.healthy, self.tests, self.case = healthy, tests, None
        self.answer, self.illness, self.tried, self.typed = "", None, None, (1, None)

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
        """What the room says to the name of an illness, as HTML; the right one is remembered.

        Without findings that could speak for it, it says so to every name alike, the right one too.
        """
        named = texts.bare(illness)
        if trouble := self._too_early(illness):
            return trouble
        if illness == self.patient.answer:
            self.named = True
            more = "" if self.patient.line is None or self.mended else " Now change the line that does it."
            return f"<b>Yes: {named}.</b> {texts.escaped(self.patient.rule)}{more}"
        seen = any(finding.healthy is False for finding in self.findings.values())
        more = "Which of your findings would it not explain?" if seen else ""
        return f"<b>No: “{named}” is not it.</b> {more}"

    def _too_early(self, illness):
        ordered, need = len(self.findings), min(ENOUGH, self.tests)
        if not ordered:
            return "<b>Order a test first.</b>"
        if illness in self.healthy:
            count = texts.tests(ordered, words=True)
            few = f"You have ordered {count}; a clean bill of health needs at least {texts.NUMBERS[need]}."
            return few if ordered < need else ""
        if any(finding.healthy is False for finding in self.findings.values()):
            return ""
        more = "Order others: an" if ordered < self.tests else "An"
        return f"<b>No test on your card has found anything so far.</b> {more} illness is named after what a test has found."

    def judge(self, found, data):
        """What a changed line amounts to, as HTML. found: {test: Finding} of all tests of the changed program; data: its data."""
        ill, lost = [test for test, finding in found.items() if finding.healthy is False], self._lost(data)
        if not ill and not lost:
            self.mended = True
            return "<b>With this line no test finds anything.</b>"
        self.tries += 1
        still = f"Still found by: {texts.escaped(', '.join(ill))}." if ill else "No test finds anything, and yet it is no cure."
        hint = self.tries >= HINT_AFTER and self.patient.line is not None
        return f"<b>{still}</b>{lost}" + (f" A hint: look at line {self.patient.line}." if hint else "")

    def _lost(self, data):
        """Who trains on less, or is asked less, can be without findings and still be worse off: a sentence, "" for as many."""
        for part, words in KEPT.items():
            before, after = (len(getattr(one, part)) for one in (self.seen().data, data))
            if after < before:
                return f" There are fewer {words} than before: {after:,} of {before:,}."
        return ""

    def means(self, after):
        """[(of what, mean before, mean after)] of the accuracies as it came and with the changed line."""
        return [(words, np.mean(self.results[part]), np.mean(after[part])) for part, words in PARTS.items()]
