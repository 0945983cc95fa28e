"""Figures of lesson 11: what a test of helpers.checkup has found, one picture per test."""

from helpers.plots import checkup_start, checkup_trained, ink
from helpers.plots.base import new_drawing, styled
from helpers.plots.checkup_start import WIDE

SIGNS = {True: ("healthy", "blue"), False: ("not healthy", "orange"), None: ("cannot be judged here", "grey")}
DRAWERS = {  # for each test its figure, and the number without which there is none, as after an error
    "inputs": (checkup_start.inputs, "parts"),
    "start loss": (checkup_start.start_loss, "loss"),
    "slopes": (checkup_start.slopes, "errors"),
    "doubled batch": (checkup_start.doubled_batch, "losses"),
    "one step": (checkup_trained.one_step, "losses"),
    "handful": (checkup_trained.handful, "steps"),
    "signals": (checkup_trained.signals, "looks"),
    "every class": (checkup_trained.every_class, "given"),
    "several seeds": (checkup_trained.several_seeds, "accuracies"),
    "shuffled labels": (checkup_trained.shuffled_labels, "train"),
}


@styled
def finding(found):
    """What a test has found, drawn: one small picture per test. found: a Finding of helpers.checkup.

    Where the test came to nothing that could be drawn, as after an error, the figure says what it found in words.
    """
    draw, needed = DRAWERS.get(found.test, (None, None))
    if needed not in found.numbers:
        return _in_words(found)
    figure = draw(found.numbers)
    return figure.saying(f"Test {found.test}, {SIGNS[found.healthy][0]}: {found.verdict}")


def _in_words(found):
    words, colour = SIGNS[found.healthy]
    figure, axes = new_drawing(WIDE, 0.7, (0, 1), (0, 1))
    axes.text(
        0.5, 0.5, f"{found.test}: {words}, no picture", ha="center", va="center", fontsize=ink.TITLE, color=ink.text(colour)
    )
    return figure.saying(f"Test {found.test}, {words}: {found.verdict}")
