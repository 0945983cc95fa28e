"""A patient of the debugging clinic (lesson 11) before any test, as the losses of its training, and after the cure."""

import numpy as np

from helpers.plots.base import new_figure, styled
from helpers.plots.ink import COLOURS, PALE, SMALL, percent, size, text
from helpers.plots.training import smoothed

WIDE = 4.25  # inches: it stands in half a page


@styled
def symptom(losses, name):
    """The losses of one training, as the program itself returns them, with their running mean.

    losses: list of numbers, (steps,); what is not finite, or beyond 1e30, is not drawn. name: whose training it is.
    """
    losses = np.asarray([] if losses is None else losses, dtype=float).ravel()
    finite = np.flatnonzero(np.abs(losses) < 1e30)  # beyond it no axis can be drawn; nan is not below anything
    figure, axes = new_figure(WIDE, 2.3)
    axes.set(xlabel="step", ylabel="loss reported", title=f"the training of {name}", xlim=(0, max(10, len(losses))))
    if not len(finite):
        return figure.saying(f"Empty axes: the training of {name} reports no loss that is a number.")
    axes.plot(finite + 1, losses[finite], color=COLOURS["sky"], linewidth=0.7)
    axes.plot(finite + 1, smoothed(losses[finite], max(1, len(finite) // 30)), color=COLOURS["blue"])
    low, high = min(0.0, losses[finite].min()), losses[finite].max()
    axes.set_ylim(low, high + 0.35 * (high - low) + 1e-9)  # room for the words
    words = {"ha": "right", "va": "top", "transform": axes.transAxes, "fontsize": SMALL}
    axes.text(0.98, 0.98, "thin: each step", color=text("sky"), **words)
    axes.text(0.98, 0.86, "thick: running mean", color=text("blue"), **words)
    lost = len(losses) - len(finite)
    start, end = (size(losses[finite][part].mean(), 1) for part in (slice(None, 5), slice(-20, None)))
    told = (
        f"The losses that the training of {name} reports over {len(losses)} steps: about {start} at first, about {end} at last."
    )
    return figure.saying(told + (f" {lost} of them cannot be drawn: nan, inf or far too large." if lost else ""))


@styled
def cure(name, before, after):
    """Validation accuracies from several starts, as the program came and with the changed line, as two rows of marks.

    name: whose program. before, after: shares 0..1, (starts,).
    """
    figure, axes = new_figure(WIDE, 1.7)
    rows = [("as it came", before, "orange", "s"), ("with your line", after, "blue", "o")]
    for height, (_, shares, colour, mark) in enumerate(rows):
        points = 100 * np.asarray(shares, dtype=float)
        axes.plot([points.min(), points.max()], [height, height], color=PALE, linewidth=4, zorder=1)
        axes.plot(points, np.full(len(points), height), mark, color="white", markeredgecolor=COLOURS[colour], markersize=7)
    axes.set_yticks(range(2), [row[0] for row in rows])
    axes.set(xlim=(-3, 103), ylim=(1.6, -0.6), xlabel="validation accuracy in %", title=f"{name}, from {len(before)} starts")
    axes.tick_params(axis="y", length=0)
    said = "; ".join(f"{words} {percent(min(shares))} to {percent(max(shares))}" for words, shares, *_ in rows)
    return figure.saying(f"Validation accuracies of {name} from {len(before)} starts: {said}.")
