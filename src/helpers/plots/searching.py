"""Figures of lesson 16, second half: draws on a logarithmic axis, grid against random, trials of a search, its next region,
validation images used up.
"""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import fixed_panels, new_figure, styled
from helpers.plots.ink import COLOURS, DARK, DASHED, PALE, power
from helpers.plots.labels import at_ends

LEVELS = (  # from this validation accuracy on: the words, the mark's face, its size
    (0.0, "below 50 %", "white", 5),
    (0.5, "50 to 90 %", COLOURS["sky"] + "77", 6),
    (0.9, "90 to 94 %", COLOURS["sky"], 7),
    (0.94, "94 % and more", COLOURS["blue"], 8.5),
)


@styled
def even_and_log(draws, low=-4, high=0):
    """Random numbers as marks on a logarithmic axis, a row for each way of drawing them.

    draws: {name: (K,) positive numbers}. low, high: the axis' powers of ten.
    """
    figure, axes = new_figure(6.8, 0.8 + 0.5 * len(draws))
    heights, words = np.arange(len(draws))[::-1], []
    for height, (name, values), colour in zip(heights, draws.items(), ("orange", "blue", "green"), strict=False):
        exponents = np.log10(values)
        axes.plot(exponents, np.full(len(exponents), height), "|", ms=20, mew=1.8, color=COLOURS[colour])
        words.append(f"{name}: {np.sum(exponents < (low + high) / 2)} of {len(values)} in the lower half")
    ticks = range(low, high + 1)
    axes.set_xticks(ticks, map(power, ticks))
    axes.set_yticks(heights, list(draws))
    ink.dress(axes, xlim=(low - 0.08, high + 0.08), ylim=(-0.6, len(draws) - 0.4), xlabel="learning rate")
    return figure.saying(f"Draws on a logarithmic axis. {'; '.join(words)}.")


@styled
def grid_and_random(points, score, weight=0.12):
    """Where trials lie in a square of two settings of which one matters much and the other hardly, and what each direction sees.

    points: {title: (K, 2) in 0..1}. score: a function of one array in 0..1, how good the setting that matters is. weight: how
    strongly the other one counts.
    """
    figure, panels = new_figure(6.8, 3.5, columns=len(points), squeeze=False, sharey=True)
    line, words = np.linspace(0, 1, 200), []
    for axes, (title, places) in zip(panels[0], points.items(), strict=True):
        places = np.asarray(places)
        axes.fill_between(line, 1.12, 1.12 + 0.5 * score(line) / score(line).max(), color=COLOURS["sky"], lw=0)
        axes.plot(places[:, 0], np.full(len(places), 1.12), "|", ms=12, mew=2, color=DARK)
        axes.vlines(places[:, 0], places[:, 1], 1.12, color=PALE, lw=0.8, zorder=1)
        axes.plot(places[:, 0], places[:, 1], "o", ms=7, color=COLOURS["blue"], clip_on=False)
        axes.fill_betweenx(line, -0.06, -0.06 - weight * (0.6 + 0.4 * np.sin(3 * line)), color=COLOURS["yellow"], lw=0, alpha=0.7)
        axes.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0], color=DARK, lw=1)
        ink.dress(axes, title, xlim=(-0.22, 1.06), ylim=(-0.06, 1.68), xticks=[], yticks=[], xlabel="setting that matters")
        axes.grid(False)
        for spine in axes.spines.values():
            spine.set_visible(False)
        words.append(f"{title}: {len(np.unique(places[:, 0].round(9)))} different values of the setting that matters")
    panels[0, 0].set_ylabel("setting that hardly matters", y=0.36)
    return figure.saying(f"{len(places)} trials in a square, below a curve of how good each value is. {'; '.join(words)}.")


def _levels(scores):
    """For each score, a share of 1 or nan, the number of its level; -1 for nan."""
    edges = [level[0] for level in LEVELS]
    return np.where(np.isnan(scores), -1, np.searchsorted(edges, np.nan_to_num(scores), side="right") - 1)


def _scatter(axes, x, y, scores, label=False, **style):
    """Trials at (x, y), both logarithms, their marks by the levels of their scores. label: put the levels into a legend."""
    levels = _levels(scores)
    for number, (_, words, face, points) in enumerate(LEVELS):
        here = levels == number
        look = {"ls": "", "marker": "o", "mfc": face, "mec": DARK, "mew": 0.8, "ms": points, "label": words if label else None}
        if here.any() or label:
            axes.plot(x[here], y[here], **look | style)
    if label or (levels == -1).any():
        look = {"ls": "", "marker": "x", "ms": 7, "mew": 2, "color": COLOURS["orange"], "label": "no number" if label else None}
        axes.plot(x[levels == -1], y[levels == -1], **look)


def _log_axes(axes, across, up):
    """Powers of ten on plain axes that hold logarithms. across, up: (low, high)."""
    axes.set_xticks(range(across[0], across[1] + 1), map(power, range(across[0], across[1] + 1)))
    axes.set_yticks(range(up[0], up[1] + 1), map(power, range(up[0], up[1] + 1)))
    axes.set(xlim=(across[0] - 0.15, across[1] + 0.15), ylim=(up[0] - 0.2, up[1] + 0.2))


def _columns(settings, scores):
    """Two settings as logarithms, and scores with nan for None, as arrays."""
    x, y = (np.log10(np.asarray(values, float)) for values in settings)
    return x, y, np.array([np.nan if score is None else score for score in scores], float)


@styled
def trials(found, across="lr", up="weight_decay"):
    """All trials of a search in the plane of two settings, on logarithmic axes; the best one has a ring.

    found: helpers.tuning.Found. across, up: names of the settings.
    """
    ones = found.trials
    x, y, scores = _columns([[one.settings[name] for one in ones] for name in (across, up)], [one.score for one in ones])
    figure, axes = new_figure(6.4, 3.8)
    _scatter(axes, x, y, scores, label=True)
    if found.best is not None:
        axes.plot(x[0], y[0], "o", ms=17, mfc="none", mec=DARK, mew=1.6)
    _log_axes(axes, *((int(np.floor(values.min())), int(np.ceil(values.max()))) for values in (x, y)))
    axes.set(xlabel=across, ylabel=up.replace("_", " "))
    # a legend, as it is a scale: no mark stands for one of its steps
    figure.legend(loc="outside right upper", title="validation", fontsize=ink.SMALL, alignment="left")
    lost, where = int(np.isnan(scores).sum()), ""
    if found.best is not None:
        where = f"; the best one has {across} between {power(int(np.floor(x[0])))} and {power(int(np.floor(x[0])) + 1)}"
    return figure.saying(f"{len(ones)} trials by {across} and {up.replace('_', ' ')}{where}; without a number: {lost}.")


@styled
def zoom(table, lr_from=1e-4, lr_to=10.0, decay_from=1e-5, decay_to=1.0, count=24):
    """A first search, the region to search next as a frame, and what the next search finds there.

    table: {"lr", "weight_decay", "validation", "new"}: lists of equal length, accuracies in %, None for a trial without a number.
    Its first ``count`` trials are the first search; the next one is the first ``count`` of the others that lie in the region. The
    ends may come in either order.
    """
    x, y, scores = _columns([table["lr"], table["weight_decay"]], table["validation"])
    (left, right), (low, high) = (sorted(np.log10(pair)) for pair in ((lr_from, lr_to), (decay_from, decay_to)))
    inside = np.flatnonzero((x >= left) & (x <= right) & (y >= low) & (y <= high))
    second = inside[inside >= count][:count]
    figure, (axes, strip) = fixed_panels(7.0, 3.8, (0.115, 0.15, 0.48, 0.67), (0.69, 0.15, 0.29, 0.67))
    _scatter(axes, x[:count], y[:count], scores[:count] / 100)
    axes.plot(x[second], y[second], "o", ms=4, color=COLOURS["orange"])
    axes.plot([left, right, right, left, left], [low, low, high, high, low], color=COLOURS["orange"], lw=2)
    axes.set(xlim=(-4.15, 1.15), ylim=(-5.2, 0.2))
    axes.set_xticks(range(-4, 2, 2), map(power, range(-4, 2, 2)))  # few texts: this one is under sliders
    axes.set_yticks(range(-4, 1, 2), map(power, range(-4, 1, 2)))
    title = f"with an outline: the first {count} trials\norange: your region and your {len(second)}"
    ink.dress(axes, title, places=(-0.17, -0.1), xlabel="lr", ylabel="weight decay")
    for place, here, colour in ((0, np.arange(count), "blue"), (1, second, "orange")):
        errors = np.log10(100 - np.where(np.isnan(scores[here]), 0, scores[here]))
        across = place + np.linspace(-0.25, 0.25, len(here))
        strip.plot(across, errors, "o", ms=4.5, color=COLOURS[colour], alpha=0.75)
    strip.set_yticks(np.log10([3, 10, 30, 100]), ["3", "10", "30", "100"])
    strip.set_xticks([0, 1], [f"first {count}", f"your {len(second)}"])
    title, words = _best(table, scores, np.arange(count), second)
    ink.dress(strip, title, places=(-0.18, -0.1), ylabel="validation errors, %", xlim=(-0.5, 1.5), ylim=(np.log10(2.4), 2.05))
    region = f"lr {10**left:.2g} to {10**right:.2g}, weight decay {10**low:.2g} to {10**high:.2g}"
    return figure.saying(f"A first search of {count} trials, and a region: {region}. {words}")


def _best(table, scores, first, second):
    """A title on the best trials of both searches, and a sentence on the second one."""
    lines = ["best (on new images)"]
    for name, here in (("first", first), ("yours", second)):
        if np.isnan(scores[here]).all():  # also when there is none
            lines.append(f"{name}: none")
            continue
        best = here[np.nanargmax(scores[here])]
        lines.append(f"{name}: {ink.number(scores[best], 1)} % ({ink.number(table['new'][best], 1)} %)")
    if lines[-1] == "yours: none":
        return "\n".join(lines), "No trial in it has a number."
    middle = np.median(np.where(np.isnan(scores[second]), 0, scores[second]))
    words = f"Of {len(second)} trials in it the best has {scores[best]:.1f} % and the middle one {middle:.0f} %."
    return "\n".join(lines), words


@styled
def used_up(counts, validation, new, one=None):
    """The best of so many equal trials: what the validation images say of it, and what new images say.

    counts: (K,) how many trials one chooses from. validation, new: (K,) mean accuracies of the chosen one, shares of 1.
    one: (K,) validation accuracies of a single order of the trials, a thin line of steps.
    """
    figure, axes = new_figure(6.4, 3.4)
    axes.plot(counts, 100 * np.asarray(validation), color=COLOURS["orange"], lw=2.2)
    axes.plot(counts, 100 * np.asarray(new), ls=DASHED, color=COLOURS["blue"], lw=2.2)
    if one is not None:
        thin = {"where": "mid", "color": COLOURS["orange"], "lw": 0.9, "alpha": 0.8}
        axes.step(counts, 100 * np.asarray(one), **thin)
    ink.dress(axes, xlabel="trials to choose from", ylabel="accuracy of the chosen one, %", xlim=(counts[0], counts[-1]))
    ends = [(validation, "on the images\nthat chose", "orange"), (new, "on new images", "blue")]
    ends += [(one, "one order\nof the trials", "orange")] if one is not None else []
    at_ends(axes, [(counts[-1], 100 * curve[-1], name, colour) for curve, name, colour in ends])
    first, last = (100 * (validation[k] - new[k]) for k in (0, -1))
    gap = f"The gap between the two grows from about {first:.0f} to about {last:.0f} points"
    return figure.saying(f"The chosen one's accuracy for 1 to {counts[-1]} equal trials. {gap}.")
