"""Figures of lesson 11: the tests of helpers.checkup that train, for a step or to the end."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import new_figure
from helpers.plots.checkup_start import BAD, GOOD, HIGH, LIMIT, OFTEN, WIDE, log, lost, mark_lost, named, powers
from helpers.plots.ink import COLOURS, PALE
from helpers.plots.labels import at_ends


def one_step(numbers):
    """The loss before and after a step, and how far each parameter moved."""
    figure, (left, right) = new_figure(WIDE, 2 * HIGH, 2, 1)
    _before_and_after(left, np.array(numbers["losses"]))
    names, sizes = list(numbers["moves"]), np.array(list(numbers["moves"].values()))
    gone, stuck = lost(sizes), np.array([name in numbers["stuck"] for name in names])
    heights = log(np.where(gone, 1, sizes), 1e-9)
    low, top = min(-5, heights.min()) - 0.6, max(0, heights.max())
    for style, chosen in ((GOOD, ~stuck & ~gone), (BAD, stuck & ~gone)):
        right.vlines(np.arange(len(names))[chosen], low, heights[chosen], color=style["color"], lw=1.4)
        right.plot(np.arange(len(names))[chosen], heights[chosen], ls="", ms=7, **style)
    mark_lost(right, np.flatnonzero(gone), sizes[gone], top - 0.6)
    named(right, names)
    right.set_yticks(*powers(low + 0.6, top))
    ink.dress(right, "largest movement in each parameter", ylim=(low, top + 0.4))
    right.set_xlim(-0.7, len(names) - 0.3)
    return figure


def _before_and_after(axes, losses):
    """Two losses and a line from one to the other; without the line where one of them is no number."""
    gone = lost(losses)
    fine = losses[~gone] if not gone.all() else np.zeros(1)
    axes.plot(np.flatnonzero(~gone), losses[~gone], ms=8, **(GOOD if losses[1] < losses[0] and not gone.any() else BAD))
    room = max(0.25 * np.ptp(fine), 0.02 * abs(fine[0]), 1e-6)
    for place in np.flatnonzero(~gone):
        text, place = ink.size(losses[place], 4), (place, losses[place])
        axes.annotate(text, place, (0, 9), textcoords="offset points", ha="center", fontsize=ink.SMALL)
    mark_lost(axes, np.flatnonzero(gone), losses[gone], fine.max())
    axes.set_ylim(fine.min() - room, fine.max() + 1.6 * room)
    if gone.all():
        axes.set_yticks(())
    ink.dress(axes, "loss on the batch", xlim=(-0.5, 1.5), xticks=(0, 1), xticklabels=("before", "after"))


def handful(numbers):
    """The losses while a handful of samples is learned, and how many of them are read correctly."""
    figure, (left, right) = new_figure(WIDE, 2 * HIGH, 2, 1)
    done = numbers["right"][-1] == numbers["samples"]
    for axes, key in ((left, "loss"), (right, "right")):
        values = np.where(lost(numbers[key]), np.nan, numbers[key])  # a gap in the curve
        axes.plot(numbers["steps"], values, ms=4, markevery=1 + len(values) // 12, **(GOOD if done else BAD))
        axes.set(xlabel="steps", xlim=(-0.04 * numbers["steps"][-1], 1.04 * numbers["steps"][-1]))
    gone = lost(numbers["loss"])
    left.set_ylim(0, max(1.1 * np.max(numbers["loss"], where=~gone, initial=0), 0.1))
    if gone.all():
        left.set_yticks(())
    if gone.any():
        first, kinds = int(np.argmax(gone)), sorted({str(float(loss)) for loss in np.array(numbers["loss"])[gone]})
        words = f"{' and '.join(kinds)} from step {numbers['steps'][first]} on"
        left.text(0.5, 0.5, words, ha="center", va="center", transform=left.transAxes, bbox=ink.BOX)
    right.axhline(numbers["samples"], **LIMIT)
    ink.dress(left, f"loss on the {numbers['samples']} samples")
    ink.dress(right, "how many of them are read correctly", ylim=(-0.5, numbers["samples"] + 1))
    return figure


def signals(numbers):
    """Dead and saturated units, and the size of the slopes, layer by layer, before and after training."""
    start, end = (numbers["looks"][when] for when in ("start", "end"))
    if start["layers"]:
        figure, (upper, right) = new_figure(WIDE, 2 * HIGH, 2, 1)
        _lost_units(upper, (start["layers"], end["layers"]), numbers["limits"])
    else:  # the program keeps its hidden values to itself
        figure, right = new_figure(WIDE, HIGH)
    both = np.array([*start["slopes"].values(), *end["slopes"].values()])
    heights = log(both[~lost(both)], 1e-12) if not lost(both).all() else np.zeros(1)
    ends = []
    for look, colour, dash, mark, name in ((start, "sky", "--", "s", "before"), (end, "blue", "-", "o", "after")):
        slopes = np.array(list(look["slopes"].values()))
        shown = np.where(lost(slopes), np.nan, log(slopes, 1e-12))
        right.plot(np.arange(len(slopes)), shown, dash, marker=mark, ms=6, color=COLOURS[colour])
        if len(slopes) and np.isfinite(shown[-1]):
            ends.append((len(slopes) - 1, shown[-1], name, colour))
    both = both.reshape(2, -1)
    for place in np.flatnonzero(lost(both).any(axis=0)):  # one mark for both looks
        mark_lost(right, [place], both[:, place][lost(both[:, place])][-1:], heights.max())
    named(right, list(start["slopes"]))
    right.set_yticks(*powers(heights.min() - 0.3, heights.max() + 0.3))
    span = max(heights.max() - heights.min(), 2)
    ink.dress(
        right, "size of the slopes, before and after training", ylim=(heights.min() - 0.2 * span, heights.max() + 0.4 * span)
    )
    right.set_xlim(-0.15, len(start["slopes"]) - 0.85)
    at_ends(right, ends)
    return figure


def _lost_units(axes, looks, limits):
    """For each layer how many of its units are dead, or of its outputs saturated, before and after training."""
    names, any_ill = [layer["name"] for layer in looks[0]], False
    for layers, place, colour, name in zip(looks, (-0.2, 0.2), ("sky", "blue"), ("before training", "after"), strict=True):
        axes.bar(-9, 0, color=COLOURS[colour], label=name)
        sick = {"facecolor": (COLOURS["orange"], 0.6 if place < 0 else 1), "hatch": "///", "edgecolor": "white"}
        for at, layer in enumerate(layers):
            ill = any(layer[kind] > limits[kind] for kind in ("dead", "saturated")) or "silent" in layer
            style = sick if ill else {"color": COLOURS[colour]}
            axes.bar(at + place, 100 * max(layer["dead"], layer["saturated"]), 0.38, **style)
            any_ill |= ill
    if any_ill:
        axes.bar(-9, 0, label="ill", **sick)
    words = {"Relu": "dead units", "Sigmoid": "saturated outputs", "Tanh": "saturated outputs"}
    kinds = {words[layer["kind"]] for layer in looks[0] if layer["kind"] in words}
    named(axes, names, 12)
    axes.legend(loc="upper center", ncols=3, fontsize=ink.SMALL, columnspacing=1, handletextpad=0.5, handlelength=1.3)
    title = " or ".join(sorted(kinds)) or "dead or saturated"
    ink.dress(axes, f"{title}, %", ylim=(0, 122), xlim=(-0.7, len(names) - 0.3), yticks=range(0, 101, 25))


def every_class(numbers):
    """How often each class is the answer, beside how often it is right."""
    figure, axes = new_figure(WIDE, HIGH)
    places, true, given = np.arange(len(numbers["names"])), numbers["true"], numbers["given"]
    axes.bar(places - 0.2, true, 0.4, color=PALE, label="samples of the class")
    axes.bar(places + 0.2, given, 0.4, color=COLOURS["blue"], label="times it is predicted")
    high = 1.35 * max(true.max(), given.max())
    for place in places[(given == 0) & (true > 0)]:  # a word that begins at zero, and no mark that would look like a low bar
        axes.text(
            place + 0.2, 0.02 * high, "never", ha="center", va="bottom", rotation=90, fontsize=ink.SMALL, color=ink.text("orange")
        )
    named(axes, numbers["names"])
    axes.legend(ncols=2, fontsize=ink.SMALL, loc="upper center")
    ink.dress(axes, "validation data after training", ylim=(0, high))
    return figure


def several_seeds(numbers):
    """The validation accuracies that several starts reach."""
    values = 100 * np.array(numbers["accuracies"])
    figure, axes = new_figure(WIDE, 2.0)
    style = GOOD if np.mean(values) > 100 * numbers["limit"] and np.ptp(values) <= 100 * numbers["spread"] else BAD
    low, high = values.min(), values.max()
    axes.plot([low, high], [0.35, 0.35], color=style["color"], lw=1.4)
    axes.plot(values, np.full(len(values), 0.35), ls="", ms=9, alpha=0.7, **style)
    axes.axvline(100 * numbers["chance"], **LIMIT)
    guess = f"{OFTEN}: {ink.percent(numbers['chance'])}"
    axes.text(100 * numbers["chance"] + 1, 0.85, guess, ha="left", va="center", fontsize=ink.SMALL, bbox=ink.BOX)
    ink.dress(axes, f"validation accuracy after training, {len(values)} starts, %", ylim=(0, 1), yticks=(), xlim=(-2, 102))
    axes.spines["left"].set_visible(False)
    return figure


def shuffled_labels(numbers):
    """The accuracy after training on labels drawn at random, beside guessing."""
    figure, axes = new_figure(WIDE, 2.2)
    rows = [("training data", numbers["train"], "grey"), ("validation data", numbers["val"], "blue")]
    if numbers["own"] is not None:
        rows.append(("as the author measures", numbers["own"], "blue"))
    for place, (_, value, colour) in enumerate(rows):
        leak = place > 0 and value > numbers["limit"]
        style = {"facecolor": COLOURS["orange"], "hatch": "///", "edgecolor": "white"} if leak else {"color": COLOURS[colour]}
        axes.barh(place, 100 * value, 0.55, **style)
        axes.text(100 * value + 1.2, place, ink.percent(value), ha="left", va="center", fontsize=ink.SMALL, bbox=ink.BOX)
    axes.axvline(100 * numbers["chance"], **LIMIT)
    axes.set_yticks(range(len(rows)), [name for name, _, _ in rows])
    axes.invert_yaxis()
    word = f"line: {OFTEN}, {ink.percent(numbers['chance'])}"
    ink.dress(axes, "accuracy with random labels, %", xlabel=word, xlim=(0, 110), xticks=range(0, 101, 20))
    return figure
