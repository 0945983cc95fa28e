"""What a patient of the debugging clinic (lesson 11) looks like before any test: the losses that its own training reports."""

import numpy as np

from helpers.plots.base import new_figure, styled
from helpers.plots.ink import COLOURS, size
from helpers.plots.training import smoothed


@styled
def symptom(losses, name):
    """The losses of one training, as the program itself returns them, with their running mean.

    losses: list of numbers, (steps,); nothing is drawn of those that are not finite. name: whose training it is.
    """
    losses = np.asarray([] if losses is None else losses, dtype=float).ravel()
    finite = np.flatnonzero(np.isfinite(losses))
    figure, axes = new_figure(7.0, 2.3)
    axes.set(xlabel="step", ylabel="loss reported", title=f"the training of {name}", xlim=(0, max(10, len(losses))))
    if not len(finite):
        return figure.saying(f"Empty axes: the training of {name} reports no loss that is a number.")
    axes.plot(finite + 1, losses[finite], color=COLOURS["sky"], linewidth=0.7, label="each step")
    axes.plot(finite + 1, smoothed(losses[finite], max(1, len(finite) // 30)), color=COLOURS["blue"], label="running mean")
    low, high = min(0.0, losses[finite].min()), losses[finite].max()
    axes.set_ylim(low, high + 0.08 * (high - low) + 1e-9)
    axes.legend(loc="upper right", fontsize=9)
    lost = len(losses) - len(finite)
    start, end = (size(losses[finite][part].mean(), 1) for part in (slice(None, 5), slice(-20, None)))
    text = (
        f"The losses that the training of {name} reports over {len(losses)} steps: about {start} at first, about {end} at last."
    )
    return figure.saying(text + (f" {lost} of them are no finite numbers." if lost else ""))
