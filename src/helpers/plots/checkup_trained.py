"""Figures of lesson 11: the tests of helpers.checkup that train, for a step or to the end."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import new_figure
from helpers.plots.checkup_start import BAD, GOOD, HIGH, LIMIT, WIDE, log, named, powers
from helpers.plots.ink import COLOURS, PALE


def one_step(numbers):
    figure, (left, right) = new_figure(WIDE, HIGH, 1, 2, width_ratios=(1, 1.8))
    losses, moves = np.nan_to_num(numbers["losses"], posinf=1e9), numbers["moves"]
    style = GOOD if losses[1] < losses[0] else BAD
    left.plot([0, 1], losses, ms=8, **style)
    room = max(0.25 * abs(losses[1] - losses[0]), 0.02 * abs(losses[0]), 1e-6)
    left.set_ylim(min(losses) - room, max(losses) + 1.6 * room)
    for place, loss in enumerate(losses):
        left.annotate(ink.size(loss, 4), (place, loss), (0, 9), textcoords="offset points", ha="center", fontsize=9)
    ink.dress(left, "loss on the batch", xlim=(-0.5, 1.5), xticks=(0, 1), xticklabels=("before", "after"))
    names, heights = list(moves), log(list(moves.values()), 1e-9)
    low, stuck = min(-5, heights.min()) - 0.6, np.array([name in numbers["stuck"] for name in names])
    for style, chosen in ((GOOD, ~stuck), (BAD, stuck)):
        right.vlines(np.arange(len(names))[chosen], low, heights[chosen], color=style["color"], lw=1.4)
        right.plot(np.arange(len(names))[chosen], heights[chosen], ls="", ms=7, **style)
    named(right, names)
    right.set_yticks(*powers(low + 0.6, max(0, heights.max())))
    ink.dress(right, "largest movement in each parameter", ylim=(low, max(0, heights.max()) + 0.4))
    right.set_xlim(-0.7, len(names) - 0.3)
    return figure


def handful(numbers):
    figure, (left, right) = new_figure(WIDE, HIGH, 1, 2)
    done = numbers["right"][-1] == numbers["samples"]
    for axes, key in ((left, "loss"), (right, "right")):
        values = np.nan_to_num(numbers[key], nan=0.0, posinf=0.0)
        axes.plot(numbers["steps"], values, ms=4, markevery=1 + len(values) // 12, **(GOOD if done else BAD))
        axes.set_xlabel("steps")
    left.set_ylim(0, max(1.1 * np.max(np.nan_to_num(numbers["loss"], nan=0.0, posinf=0.0)), 0.1))
    right.axhline(numbers["samples"], **LIMIT)
    ink.dress(left, f"loss on the {numbers['samples']} samples")
    ink.dress(right, "how many of them are right", ylim=(-0.5, numbers["samples"] + 1))
    return figure


def signals(numbers):
    start, end = (numbers["looks"][when] for when in ("start", "end"))
    figure, (left, right) = new_figure(WIDE, HIGH, 1, 2, width_ratios=(1, 1.2))
    names = [layer["name"] for layer in start["layers"]]
    for look, place, colour in ((start, -0.2, "sky"), (end, 0.2, "blue")):
        lost = [100 * max(layer["dead"], layer["saturated"]) for layer in look["layers"]]
        bars = left.bar(np.arange(len(lost)) + place, lost, 0.38, color=COLOURS[colour])
        for bar, layer in zip(bars, look["layers"], strict=True):
            if layer["dead"] > numbers["limits"]["dead"] or layer["saturated"] > numbers["limits"]["saturated"]:
                bar.set(facecolor=COLOURS["orange"], hatch="///", edgecolor="white")
    named(left, names, 12)
    ink.dress(left, "dead or saturated, %" if names else "no layer shows its activations", ylim=(0, 100))
    both = [*start["slopes"].values(), *end["slopes"].values()]
    heights = log(both, 1e-12) if both else np.zeros(1)
    for look, colour, dash, mark, name in ((start, "sky", "--", "s", "before"), (end, "blue", "-", "o", "after")):
        slopes = log(list(look["slopes"].values()), 1e-12)
        right.plot(np.arange(len(slopes)), slopes, dash, marker=mark, ms=6, color=COLOURS[colour], label=f"{name} training")
    named(right, list(start["slopes"]))
    right.set_yticks(*powers(heights.min() - 0.3, heights.max() + 0.3))
    span = max(heights.max() - heights.min(), 2)
    ink.dress(right, "size of the slopes by layer", ylim=(heights.min() - 0.2 * span, heights.max() + 0.6 * span))
    right.legend(loc="upper center", ncols=2, fontsize=8.5)
    return figure


def every_class(numbers):
    figure, axes = new_figure(WIDE, HIGH)
    places, true, given = np.arange(len(numbers["names"])), numbers["true"], numbers["given"]
    axes.bar(places - 0.2, true, 0.4, color=PALE, label="samples of the class")
    axes.bar(places + 0.2, given, 0.4, color=COLOURS["blue"], label="times it is predicted")
    high = 1.35 * max(true.max(), given.max())
    for place in places[(given == 0) & (true > 0)]:
        axes.plot(place + 0.2, 0.03 * high, ls="", ms=7, clip_on=False, **BAD)
    named(axes, numbers["names"])
    axes.legend(ncols=2, fontsize=9, loc="upper center")
    ink.dress(axes, "validation data after training", ylim=(0, high))
    return figure


def several_seeds(numbers):
    values = 100 * np.array(numbers["accuracies"])
    figure, axes = new_figure(WIDE, 2.0)
    style = GOOD if np.mean(values) > 100 * numbers["limit"] and np.ptp(values) <= 100 * numbers["spread"] else BAD
    low, high = values.min(), values.max()
    axes.plot([low, high], [0.35, 0.35], color=style["color"], lw=1.4)
    axes.plot(values, np.full(len(values), 0.35), ls="", ms=9, alpha=0.7, **style)
    axes.axvline(100 * numbers["chance"], **LIMIT)
    guess = f"guessing: {ink.percent(numbers['chance'])}"
    axes.text(100 * numbers["chance"] + 1, 0.85, guess, ha="left", va="center", fontsize=9, bbox=ink.BOX)
    ink.dress(axes, f"validation accuracy after training, {len(values)} starts, %", ylim=(0, 1), yticks=(), xlim=(-2, 102))
    axes.spines["left"].set_visible(False)
    return figure


def shuffled_labels(numbers):
    figure, axes = new_figure(WIDE, 2.2)
    rows = [("training data", numbers["train"], "grey"), ("validation data", numbers["val"], "blue")]
    if numbers["own"] is not None:
        rows.append(("as the author measures", numbers["own"], "blue"))
    for place, (_, value, colour) in enumerate(rows):
        leak = place > 0 and value > numbers["limit"]
        style = {"facecolor": COLOURS["orange"], "hatch": "///", "edgecolor": "white"} if leak else {"color": COLOURS[colour]}
        axes.barh(place, 100 * value, 0.55, **style)
        axes.text(100 * value + 1.2, place, ink.percent(value), ha="left", va="center", fontsize=9, bbox=ink.BOX)
    axes.axvline(100 * numbers["chance"], **LIMIT)
    axes.set_yticks(range(len(rows)), [name for name, _, _ in rows])
    axes.invert_yaxis()
    title = f"accuracy with labels drawn at random, %; guessing gives {ink.short(100 * numbers['chance'], 0)}"
    ink.dress(axes, title, xlim=(0, 110), xticks=range(0, 101, 20))
    return figure
