"""Pictures of training: loss and accuracy on the way, the spread over seeds, and a network as a drawing."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import new_figure, styled
from helpers.plots.ink import COLOURS, percent
from helpers.plots.labels import at_ends, beside


def smoothed(values, width):
    """Mean over a sliding window, shorter at the start. values: (N,). Returns (N,)."""
    sums, ends = np.cumsum(np.concatenate([[0.0], values])), np.arange(1, len(values) + 1)
    starts = np.maximum(0, ends - width)
    return (sums[ends] - sums[starts]) / (ends - starts)


@styled
def training_curves(loss, evaluated, train_accuracy, val_accuracy, title=None):
    """Left the loss of every mini-batch with its running mean, right the accuracy on training and validation data.

    loss: (iterations,). evaluated: iterations at which accuracy was measured, (E,). train_accuracy, val_accuracy: (E,), 0..1.
    Empty lists give empty axes. From a loss on that is no finite number nothing is drawn.
    """
    count, loss = len(loss), np.asarray(loss, dtype=float)
    loss = loss[np.logical_and.accumulate(np.isfinite(loss))]
    figure, (left, right) = new_figure(7.0, 2.9, 1, 2)
    if len(loss):
        every = max(1, len(loss) // 1000)  # more points than pixels only cost time
        at = np.arange(1, len(loss) + 1)[::every]
        left.plot(at, loss[::every], color=COLOURS["sky"], linewidth=0.6)
        left.plot(at, smoothed(loss, max(1, len(loss) // 50))[::every], color=COLOURS["blue"])
        words = {"ha": "right", "va": "top", "transform": left.transAxes, "fontsize": ink.SMALL}
        left.text(0.98, 0.98, "thin: each mini-batch", color=ink.text("sky"), **words)
        left.text(0.98, 0.89, "thick: running mean", color=ink.text("blue"), **words)
    left.set(xlabel="iteration", ylabel="loss (nats)", title=title or "loss")
    highest = max(2.4, np.max(loss, initial=0)) if len(loss) < 30 else np.quantile(loss, 0.995)
    left.set_ylim(0, max(1.1 * highest, 1.45 * np.max(loss[len(loss) // 3 :], initial=0)))  # room for the words
    if len(evaluated):
        mark = {"markevery": max(1, len(evaluated) // 8), "markersize": 4}
        right.plot(evaluated, train_accuracy, **ink.TRAINING, **mark)
        right.plot(evaluated, val_accuracy, **ink.VALIDATION, **mark)
    right.set(xlabel="iteration", ylabel="share read correctly", ylim=(0, 1.03), title="accuracy", yticks=np.arange(0, 1.1, 0.25))
    if len(evaluated):
        right.set_xlim(min(0, evaluated[0]), 1.02 * evaluated[-1])
        ends = ((train_accuracy[-1], "training", "orange"), (val_accuracy[-1], "validation", "blue"))
        at_ends(right, [(evaluated[-1], *end) for end in ends])
    return figure.saying(_story(loss, len(loss) < count, train_accuracy, val_accuracy))


def _story(loss, lost, train_accuracy, val_accuracy):
    if not len(loss):
        return "Empty axes for loss and accuracy: " + ("no loss is a number." if lost else "nothing is trained yet.")
    start, end = loss[:5].mean(), loss[-max(1, len(loss) // 20) :].mean()
    text = f"Over {len(loss)} iterations the loss goes from {start:.1f} to {end:.2f}"
    text += "; after them it is no finite number." if lost else "."
    if not len(val_accuracy):
        return text
    train, val = percent(train_accuracy[-1]), percent(val_accuracy[-1])
    return f"{text} Accuracy ends at {train} on training and {val} on validation images."


@styled
def seed_study(final_losses, limit, label="final loss"):
    """Where many runs with different starting weights end: one dot a run, sorted; what is no finite number at the upper edge.

    final_losses: (S,). limit: a loss below which a run counts as a success, drawn as a line.
    """
    ordered = np.sort(np.asarray(final_losses, dtype=float))
    highest = np.max(ordered[np.isfinite(ordered)], initial=limit)
    ordered = np.nan_to_num(ordered, nan=1.3 * highest, posinf=1.3 * highest)
    figure, axes = new_figure(6.4, 2.8)
    good, at = ordered < limit, np.arange(1, len(ordered) + 1)
    for mark, those, colour, words in (
        ("o", good, "blue", f"{good.sum()} below {limit:g}"),
        ("X", ~good, "orange", f"{(~good).sum()} above"),
    ):
        axes.plot(at[those], ordered[those], mark, markersize=7, color=COLOURS[colour])
        if those.any():  # the mean place of the marks, above them
            place = np.mean(at[those]), ordered[those].max()
            beside(axes, place, words, colour, (0, 8), ha="center", fontsize=ink.TEXT)
    axes.axhline(limit, color=COLOURS["grey"], linestyle="--", linewidth=1)
    axes.set(xlabel="runs, sorted", ylabel=label, ylim=(-0.08 * highest, 1.35 * highest))
    axes.xaxis.get_major_locator().set_params(integer=True)
    return figure.saying(f"Final losses of {len(ordered)} runs, sorted: {good.sum()} lie below {limit:g}, {(~good).sum()} above.")


@styled
def rate_study(rates, losses, nothing):
    """Where training ends for each learning rate: a dot for each run, a line through the medians, on two logarithmic axes.

    rates: (R,), rising. losses: (R, S), final losses of S runs. nothing: the loss of one that knows nothing, drawn as a line.
    """
    losses = np.asarray(losses, dtype=float)
    medians = np.median(losses, axis=1)
    figure, axes = new_figure(6.4, 3.2)
    axes.axhline(nothing, color=COLOURS["grey"], linestyle="--", linewidth=1)
    axes.plot(rates, medians, color=COLOURS["blue"])
    axes.plot(np.repeat(rates, losses.shape[1]), losses.ravel(), "o", color=COLOURS["blue"], markersize=5, mfc="white")
    axes.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="loss at the end (nats)")
    axes.set_ylim(0.6 * losses.min(), 2.2 * max(nothing, losses.max()))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter("{x:g}")
    beside(axes, (rates[0], nothing), f"{nothing:.2f}: knows nothing", "grey", (0, 6), fontsize=ink.SMALL)
    lost = [f"{rate:g}" for rate, loss in zip(rates, medians, strict=True) if loss > 0.95 * nothing]
    return figure.saying(
        f"The loss at the end over learning rates from {rates[0]:g} to {rates[-1]:g}. Its lowest is about {medians.min():.1g}; "
        f"with {', '.join(lost) or 'no rate'} it is about {nothing:.2f}, as if nothing was learned."
    )
